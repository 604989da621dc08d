//! A thread whose stack is painted before it runs, so that what it has written to is seen afterwards.

use std::ffi::c_void;
use std::ptr;

/// The bytes of the stack: enough for the largest network in a build without optimisation.
const SIZE: usize = 8 << 20;
/// What no code writes by chance so often.
const PAINT: u64 = 0x5AC1_D0F5_7AC4_ED1E;

/// How many bytes of stack a function uses, besides what a thread uses that does nothing.
pub(crate) fn used(work: impl FnMut() + Send) -> usize {
    let thread = deepest(|| {});
    deepest(work).saturating_sub(thread)
}

/// The bytes between the end of the stack and the deepest one that is written to.
fn deepest(work: impl FnMut() + Send) -> usize {
    // The largest alignment of a page on the systems that this runs on is 64 KiB; threads want no more than that.
    let mut stack = vec![PAINT; SIZE / size_of::<u64>()];
    run_on(&mut stack, work);
    let untouched = stack.iter().take_while(|&&word| word == PAINT).count();
    assert!(untouched > 0, "the stack is too short");
    SIZE - untouched * size_of::<u64>()
}

/// Runs `work` on a thread with this stack, to its end.
fn run_on<F: FnMut() + Send>(stack: &mut [u64], mut work: F) {
    /// What the thread begins with.
    extern "C" fn begin<F: FnMut()>(work: *mut c_void) -> *mut c_void {
        // SAFETY: `run_on` hands over its own `work`, which nobody else touches until the thread is joined.
        let work = unsafe { &mut *work.cast::<F>() };
        work();
        ptr::null_mut()
    }

    // SAFETY: `attributes` is initialised before it is used and destroyed once. The stack is memory that is borrowed here alone until the
    // thread has been joined, aligned by `pthread_attr_setstack`'s own check of its arguments, whose answer is asserted. `work` is `Send`
    // and outlives the thread. It must not unwind: a panic in it ends the process, since `begin` is `extern "C"`.
    unsafe {
        let mut attributes: libc::pthread_attr_t = std::mem::zeroed();
        assert_eq!(libc::pthread_attr_init(&raw mut attributes), 0);
        assert_eq!(libc::pthread_attr_setstack(&raw mut attributes, stack.as_mut_ptr().cast(), size_of_val(stack)), 0);
        let mut thread: libc::pthread_t = std::mem::zeroed();
        let work = (&raw mut work).cast();
        assert_eq!(libc::pthread_create(&raw mut thread, &raw const attributes, begin::<F>, work), 0);
        assert_eq!(libc::pthread_join(thread, ptr::null_mut()), 0);
        assert_eq!(libc::pthread_attr_destroy(&raw mut attributes), 0);
    }
}
