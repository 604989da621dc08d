//! What the targets share: an allocator that counts, and the promise that a reader asks for no more memory than its file is worth.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// The system's allocator, with the bytes that are in use and the most that ever were.
pub struct Counting;

static USED: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

fn taken(bytes: usize) {
    let used = USED.fetch_add(bytes, Relaxed) + bytes;
    MOST.fetch_max(used, Relaxed);
}

// SAFETY: every call goes to the system's allocator as it came; counting touches none of that memory.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        taken(layout.size());
        // SAFETY: the caller's promise.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        USED.fetch_sub(layout.size(), Relaxed);
        // SAFETY: the caller's promise.
        unsafe { System.dealloc(memory, layout) }
    }
}

/// What an error and a table of nothing may take, in bytes.
const ROOM: usize = 256 * 1024;

/// How many bytes a reader may have at once for each one of its file: the tensors' names and extents as values of their own.
const EACH: usize = 64;

/// Calls a reader of `bytes` bytes, and asserts that it stays within its bounds.
pub fn bounded<R>(bytes: usize, reader: impl FnOnce() -> R) -> R {
    let before = USED.load(Relaxed);
    MOST.store(before, Relaxed);
    let result = reader();
    let most = MOST.load(Relaxed).saturating_sub(before);
    assert!(most <= ROOM + EACH * bytes, "{most} bytes for a file of {bytes}");
    result
}
