//! Ways to do one piece of work, timed in turns.

use std::borrow::BorrowMut;
use std::hint::black_box;
use std::time::{Duration, Instant};

use crate::roofline::MultiplyAdds;

/// One way to do a piece of work.
pub struct Contender<'a> {
    name: String,
    run: Box<dyn FnMut(u64) + 'a>,
}

impl<'a> Contender<'a> {
    /// Work that `once` does once, under a name. What goes in must be hidden from the compiler by `once` itself; what comes out
    /// is hidden here.
    pub fn new<R>(name: impl Into<String>, mut once: impl FnMut() -> R + 'a) -> Self {
        Self::repeating(name, move |times| {
            for _ in 0..times {
                black_box(once());
            }
        })
    }

    /// The same for work that brings its own loop.
    pub fn repeating(name: impl Into<String>, run: impl FnMut(u64) + 'a) -> Self {
        Self { name: name.into(), run: Box::new(run) }
    }

    /// Who does it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The time that `times` repetitions take.
    pub fn time(&mut self, times: u64) -> Duration {
        let start = Instant::now();
        (self.run)(times);
        start.elapsed()
    }
}

/// The least time of a turn: long against the clock, short against the moods of a machine.
const TURN: Duration = Duration::from_micros(500);

/// The median nanoseconds of each contender over `rounds` turns. In each round everybody has a turn, so that a machine that slows
/// down for a while slows everybody down. Before each turn the upper halves of the wide registers are cleared: where somebody's assembly
/// has left something there, code that is compiled without wide vectors takes up to five times as long.
pub fn alternate<'a>(contenders: &mut [impl BorrowMut<Contender<'a>>], rounds: usize) -> Vec<f64> {
    let times: Vec<u64> = contenders.iter_mut().map(|contender| repetitions(contender.borrow_mut())).collect();
    let mut turns = vec![Vec::with_capacity(rounds); contenders.len()];
    let clears = MultiplyAdds::new(1);
    for _ in 0..rounds {
        for ((contender, &times), turns) in contenders.iter_mut().zip(&times).zip(&mut turns) {
            let contender = contender.borrow_mut();
            clears.run();
            contender.time(1); // caches are warm when the clock starts
            turns.push(contender.time(times).as_secs_f64() * 1e9 / times as f64);
        }
    }
    turns.into_iter().map(median).collect()
}

/// How often a contender repeats its work in a turn.
fn repetitions(contender: &mut Contender<'_>) -> u64 {
    let mut times = 1;
    while contender.time(times) < TURN {
        times *= 2;
    }
    times
}

/// The middle one of some values.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
