//! The library's own works for Python, so that they take turns with Python's libraries in one process.

use std::cell::RefCell;

use benches::works::{self, Work};

/// W1, WT, W2, W3, W4, W5, and the works on images and sequences.
fn all() -> Vec<Work> {
    works::forward().into_iter().chain(works::train_step()).chain(works::images()).chain(works::sequences()).collect()
}

thread_local! {
    static WORKS: RefCell<Vec<Work>> = RefCell::new(all());
}

/// The seconds that the library takes to do a work `times` times; NaN if there is no such work.
#[unsafe(no_mangle)]
extern "C" fn works_time(work: usize, times: u64) -> f64 {
    WORKS.with_borrow_mut(|works| {
        works.get_mut(work).map_or(f64::NAN, |work| work.contenders[0].time(times).as_secs_f64())
    })
}
