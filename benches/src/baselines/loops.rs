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

/// Adam with its usual settings, by the largest average square.
pub fn amsgrad(p: &mut [f32], g: &[f32], m: &mut [f32], v: &mut [f32], largest: &mut [f32], rate: f32, step: i32) {
    let (bias1, bias2) = (1.0 - 0.9_f32.powi(step), 1.0 - 0.999_f32.powi(step));
    for ((((p, g), m), v), largest) in p.iter_mut().zip(g).zip(m).zip(v).zip(largest) {
        *m = 0.9 * *m + 0.1 * g;
        *v = 0.999 * *v + 0.001 * g * g;
        *largest = largest.max(*v);
        *p -= rate * (*m / bias1) / ((*largest / bias2).sqrt() + 1e-8);
    }
}

/// Nadam with its usual settings; `product` is that of all momenta before this step.
pub fn nadam(p: &mut [f32], g: &[f32], m: &mut [f32], v: &mut [f32], product: &mut f32, rate: f32, step: i32) {
    let momentum = |step: i32| 0.9 * (1.0 - 0.5 * 0.96_f32.powf(0.004 * step as f32));
    let (now, next, bias2) = (momentum(step), momentum(step + 1), 1.0 - 0.999_f32.powi(step));
    *product *= now;
    let (of_g, of_m) = (rate * (1.0 - now) / (1.0 - *product), rate * next / (1.0 - *product * next));
    for (((p, g), m), v) in p.iter_mut().zip(g).zip(m).zip(v) {
        *m = 0.9 * *m + 0.1 * g;
        *v = 0.999 * *v + 0.001 * g * g;
        *p -= (of_g * g + of_m * *m) / ((*v / bias2).sqrt() + 1e-8);
    }
}

/// `RMSprop` with its usual settings.
pub fn rms_prop(p: &mut [f32], g: &[f32], v: &mut [f32], rate: f32) {
    for ((p, g), v) in p.iter_mut().zip(g).zip(v) {
        *v = 0.99 * *v + 0.01 * g * g;
        *p -= rate * g / (v.sqrt() + 1e-8);
    }
}

/// Adagrad with its usual settings.
pub fn adagrad(p: &mut [f32], g: &[f32], sum: &mut [f32], rate: f32) {
    for ((p, g), sum) in p.iter_mut().zip(g).zip(sum) {
        *sum += g * g;
        *p -= rate * g / (sum.sqrt() + 1e-10);
    }
}

/// Lion with its usual settings.
pub fn lion(p: &mut [f32], g: &[f32], m: &mut [f32], rate: f32) {
    for ((p, g), m) in p.iter_mut().zip(g).zip(m) {
        let direction = 0.9 * *m + 0.1 * g;
        *m = 0.99 * *m + 0.01 * g;
        *p -= if direction == 0.0 { 0.0 } else { rate * direction.signum() };
    }
}
