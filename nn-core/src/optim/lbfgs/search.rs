//! The search along a direction for a point that satisfies the strong Wolfe conditions.

/// A step must bring at least this part of the descent that the slope at the start promises.
const C1: f64 = 1e-4;
/// A step must leave at most this part of the slope.
const C2: f64 = 0.9;

/// A point on the line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Point {
    /// How far along the direction.
    pub(super) t: f64,
    /// The loss there; infinite where loss or slope are no numbers.
    pub(super) loss: f64,
    /// The derivative of the loss along the line.
    pub(super) slope: f64,
    /// Where its gradient is kept.
    pub(super) slot: usize,
}

/// The gradients of so many points are kept at a time: the start, both ends of the bracket, and the point under trial.
pub(super) const SLOTS: usize = 4;

/// What a search needs to know.
#[derive(Clone, Copy, Debug)]
pub(super) struct Search {
    /// Where it starts: at 0, with a negative slope.
    pub(super) start: Point,
    /// How far to go first.
    pub(super) first: f64,
    /// How often it may try again after that.
    pub(super) tries: usize,
    /// The smallest bracket that is still divided.
    pub(super) narrowest: f64,
}

impl Search {
    /// Finds a point, and says how many it has tried (Nocedal and Wright, 2006, algorithms 3.5 and 3.6, with PyTorch's
    /// safeguards). `evaluate` keeps the gradient in the slot that it is told. Where the tries are used up, it is the best point of the
    /// bracket, the start itself if there is none better.
    pub(super) fn run<E>(&self, mut evaluate: impl FnMut(f64, usize) -> Result<Point, E>) -> Result<(Point, usize), E> {
        let mut previous = self.start;
        let mut new = evaluate(self.first, self.free(previous, previous))?;
        let mut tried = 0;
        let mut bracket = loop {
            if tried == self.tries {
                break [self.start, new];
            }
            if self.is_too_high(&new) || (tried > 1 && new.loss >= previous.loss) {
                break [previous, new];
            }
            if self.is_flat(&new) {
                return Ok((new, tried + 1));
            }
            if new.slope >= 0.0 {
                break [previous, new];
            }
            let t = minimum(&previous, &new, new.t + 0.01 * (new.t - previous.t), 10.0 * new.t);
            (previous, new) = (new, evaluate(t, self.free(previous, new))?);
            tried += 1;
        };
        // Whether the last point came close to an end of the bracket.
        let mut near_end = false;
        let mut low = lower(&bracket);
        while tried < self.tries {
            let [from, to] = ends(&bracket);
            if to - from < self.narrowest {
                break;
            }
            let mut t = minimum(&bracket[0], &bracket[1], from, to);
            let margin = 0.1 * (to - from);
            let was_near = near_end;
            near_end = (to - t).min(t - from) < margin;
            if near_end && (was_near || t >= to || t <= from) {
                t = if (t - to).abs() < (t - from).abs() { to - margin } else { from + margin };
                near_end = false;
            }
            let new = evaluate(t, self.free(bracket[0], bracket[1]))?;
            tried += 1;
            if self.is_too_high(&new) || new.loss >= bracket[low].loss {
                bracket[1 - low] = new;
                low = lower(&bracket);
                continue;
            }
            if !self.is_flat(&new) && new.slope * (bracket[1 - low].t - bracket[low].t) >= 0.0 {
                bracket[1 - low] = bracket[low];
            }
            bracket[low] = new;
            if self.is_flat(&new) {
                break;
            }
        }
        Ok((bracket[low], tried + 1))
    }

    /// Whether a point does not descend enough.
    fn is_too_high(&self, point: &Point) -> bool {
        point.loss > self.start.loss + C1 * point.t * self.start.slope
    }

    /// Whether little is left of the slope.
    fn is_flat(&self, point: &Point) -> bool {
        point.slope.abs() <= -C2 * self.start.slope
    }

    /// A slot that neither the start nor these points need.
    fn free(&self, a: Point, b: Point) -> usize {
        (0..SLOTS).find(|slot| ![self.start.slot, a.slot, b.slot].contains(slot)).unwrap_or(0)
    }
}

/// Which end of the bracket has the lower loss.
fn lower(bracket: &[Point; 2]) -> usize {
    usize::from(bracket[0].loss > bracket[1].loss)
}

/// From where to where the bracket reaches.
fn ends(bracket: &[Point; 2]) -> [f64; 2] {
    [bracket[0].t.min(bracket[1].t), bracket[0].t.max(bracket[1].t)]
}

/// Where the cubic through two points with their slopes is smallest, or the middle where it has no minimum; not below `from` and not
/// above `to` (Nocedal and Wright, 2006, equation 3.59).
fn minimum(a: &Point, b: &Point, from: f64, to: f64) -> f64 {
    let (a, b) = if a.t <= b.t { (a, b) } else { (b, a) };
    let mean = a.slope + b.slope - 3.0 * (a.loss - b.loss) / (a.t - b.t);
    let root = libm::sqrt(mean * mean - a.slope * b.slope);
    let t = b.t - (b.t - a.t) * ((b.slope + root - mean) / (b.slope - a.slope + 2.0 * root));
    if t.is_finite() { t.max(from).min(to) } else { f64::midpoint(from, to) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Searches along a function of one variable from 0, and returns the point and the number of tries.
    fn search(f: impl Fn(f64) -> (f64, f64), first: f64, tries: usize) -> (Point, usize) {
        let point = |t: f64, slot: usize| -> Result<Point, ()> {
            let (loss, slope) = f(t);
            let is_finite = loss.is_finite() && slope.is_finite();
            Ok(Point { t, loss: if is_finite { loss } else { f64::INFINITY }, slope, slot })
        };
        let search = Search { start: point(0.0, 2).unwrap(), first, tries, narrowest: 1e-9 };
        search
            .run(|t, slot| {
                assert!(slot < SLOTS && slot != 2);
                point(t, slot)
            })
            .unwrap()
    }

    #[test]
    fn a_parabola_takes_at_most_two_tries() {
        let parabola = |t: f64| ((t - 3.0).powi(2), 2.0 * (t - 3.0));
        let (point, tried) = search(parabola, 1.0, 20);
        assert_eq!((point.t, tried), (1.0, 1));
        let (point, tried) = search(parabola, 100.0, 20);
        assert!((point.t - 3.0).abs() < 1e-9 && tried == 2, "{point:?} {tried}");
        let (point, tried) = search(parabola, 1e-3, 20);
        assert!(parabola(point.t).1.abs() <= C2 * 6.0 && tried > 2, "{point:?} {tried}");
    }

    #[test]
    fn both_conditions_hold_on_a_curve_of_many_minima() {
        let waves = |t: f64| (libm::sin(5.0 * t) + 0.1 * (t - 4.0).powi(2), 5.0 * libm::cos(5.0 * t) + 0.2 * (t - 4.0));
        let descending = |t: f64| waves(t + 0.5);
        for first in [0.01, 0.1, 0.5, 1.0, 3.0, 10.0] {
            let ((loss, slope), (point, _)) = (descending(0.0), search(descending, first, 40));
            assert!(
                point.loss <= loss + C1 * point.t * slope && point.slope.abs() <= -C2 * slope,
                "{first}: {point:?}"
            );
        }
    }

    #[test]
    fn what_is_no_number_only_shortens_the_step() {
        let wall = |t: f64| if t < 2.0 { ((t - 1.5).powi(2), 2.0 * (t - 1.5)) } else { (f64::NAN, f64::NAN) };
        for first in [2.0, 50.0, 1e6] {
            let (point, _) = search(wall, first, 60);
            assert!(point.t < 2.0 && point.slope.abs() <= C2 * 3.0, "{first}: {point:?}");
        }
    }

    #[test]
    fn without_tries_the_better_end_is_taken() {
        let parabola = |t: f64| ((t - 3.0).powi(2), 2.0 * (t - 3.0));
        assert_eq!(search(parabola, 100.0, 0).0.t.to_bits(), 0.0_f64.to_bits());
        assert_eq!(search(parabola, 5.0, 0), search(parabola, 5.0, 0));
        assert_eq!(search(parabola, 5.0, 0).0.t.to_bits(), 5.0_f64.to_bits());
    }
}
