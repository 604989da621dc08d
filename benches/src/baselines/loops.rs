//! Optimizers as plain loops.

/// Plain descent.
pub fn sgd(p: &mut [f32], g: &[f32], rate: f32) {
    for (p, g) in p.iter_mut().zip(g) {
        *p -= rate * g;
    }
}

/// Descent with a momentum of 0.9.
pub fn momentum(p: &mut [f32], g: &[f32], v: &mut [f32], rate: f32) {
    for ((p, g), v) in p.iter_mut().zip(g).zip(v) {
        *v = 0.9 * *v + g;
        *p -= rate * *v;
    }
}

/// Adam with its usual settings.
pub fn adam(p: &mut [f32], g: &[f32], m: &mut [f32], v: &mut [f32], rate: f32, step: i32) {
    let (bias1, bias2) = (1.0 - 0.9_f32.powi(step), 1.0 - 0.999_f32.powi(step));
    for (((p, g), m), v) in p.iter_mut().zip(g).zip(m).zip(v) {
        *m = 0.9 * *m + 0.1 * g;
        *v = 0.999 * *v + 0.001 * g * g;
        *p -= rate * (*m / bias1) / ((*v / bias2).sqrt() + 1e-8);
    }
}

/// `AdamW` with its usual settings.
pub fn adamw(p: &mut [f32], g: &[f32], m: &mut [f32], v: &mut [f32], rate: f32, step: i32) {
    for p in p.iter_mut() {
        *p *= 1.0 - rate * 0.01;
    }
    adam(p, g, m, v, rate, step);
}
