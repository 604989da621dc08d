//! How long an epoch takes.

/// A stopwatch; where there is no clock it stands still.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    #[cfg(all(feature = "std", not(all(target_family = "wasm", target_os = "unknown"))))]
    start: std::time::Instant,
}

impl Clock {
    #[cfg(all(feature = "std", not(all(target_family = "wasm", target_os = "unknown"))))]
    pub(super) fn start() -> Self {
        Self { start: std::time::Instant::now() }
    }

    #[cfg(all(feature = "std", not(all(target_family = "wasm", target_os = "unknown"))))]
    pub(super) fn seconds(self) -> f64 {
        self.start.elapsed().as_secs_f64()
    }

    #[cfg(not(all(feature = "std", not(all(target_family = "wasm", target_os = "unknown")))))]
    pub(super) fn start() -> Self {
        Self {}
    }

    #[cfg(not(all(feature = "std", not(all(target_family = "wasm", target_os = "unknown")))))]
    #[expect(clippy::unused_self, reason = "the clock that stands still")]
    pub(super) fn seconds(self) -> f64 {
        0.0
    }
}
