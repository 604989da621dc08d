//! What this processor can do at best, at the vector level that the library chooses.
//!
//! `cargo bench -p benches --bench roofline`

use benches::roofline::{MultiplyAdds, Pattern, Reader, Update};
use benches::{Contender, Images, Points, alternate, record};
use serde_json::json;
use static_nn::kernels;

/// Multiply-adds of one turn.
const COUNT: usize = 1 << 20;
/// Values that lie in the first-level cache: 16 KiB.
const L1: usize = 4096;
/// Values that lie in the second-level cache and not in the first: the parameters of 784-128-64-10.
const L2: usize = Images::PARAMETERS;
/// Turns of everybody.
const ROUNDS: usize = 51;

fn main() {
    println!("level: {:?}", kernels::level());
    let (mut names, mut work, mut contenders) = (Vec::new(), Vec::new(), Vec::new());
    let mut add = |name: String, amount: f64, unit: &'static str, contender| {
        names.push(name);
        work.push((amount, unit));
        contenders.push(contender);
    };
    let peak = MultiplyAdds::new(COUNT);
    add("multiply-add".into(), 2.0 * COUNT as f64, "GFLOP/s", Contender::new("", move || peak.run()));
    for (cache, count) in [("L1", L1), ("L2", L2)] {
        for pattern in Pattern::ALL {
            let mut reader = Reader::new(count, pattern);
            let bytes = reader.bytes() as f64;
            add(format!("read {cache}, {pattern:?}"), bytes, "GB/s", Contender::new("", move || reader.run()));
        }
    }
    for count in [Points::PARAMETERS, Images::PARAMETERS] {
        let mut update = Update::<3>::new(count);
        let bytes = update.bytes() as f64;
        add(format!("Adam's traffic, {count} parameters"), bytes, "GB/s", Contender::new("", move || update.run()));
    }
    let times = alternate(&mut contenders, ROUNDS);
    for ((name, (amount, unit)), time) in names.iter().zip(work).zip(times) {
        let rate = amount / time;
        println!("{name:40}{rate:10.1} {unit}");
        record("roofline", &json!({ "name": name, "rate": rate, "unit": unit }));
    }
}
