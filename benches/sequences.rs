//! Networks over sequences: the library beside the limit.
//!
//! `cargo bench -p benches --bench sequences`

use std::time::Duration;

use benches::works::{self, Work};
use criterion::{BenchmarkId, Criterion};

fn main() {
    let times = Criterion::default().warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(1));
    let mut criterion = times.configure_from_args();
    let mut group = criterion.benchmark_group("sequences");
    for Work { name, contenders, .. } in works::sequences() {
        for mut contender in contenders {
            let id = BenchmarkId::new(name, contender.name());
            group.bench_function(id, |b| b.iter_custom(|times| contender.time(times)));
        }
    }
    group.finish();
    criterion.final_summary();
}
