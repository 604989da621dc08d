//! The networks as a library for programs in other languages, with nothing below them: no std, and no allocator.

#![no_std]

use core::panic::PanicInfo;

/// Writes all answers to `to`, which has room for [`bare::ANSWERS`] numbers; answers how many they are.
///
/// # Safety
///
/// `to` points to so many numbers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn write_answers(to: *mut [f32; bare::ANSWERS]) -> usize {
    // SAFETY: the caller's promise.
    bare::answers(unsafe { &mut *to });
    bare::ANSWERS
}

/// Where a caller without an allocator of its own may have them written.
#[unsafe(no_mangle)]
pub static mut ROOM: [f32; bare::ANSWERS] = [0.0; bare::ANSWERS];

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    loop {}
}
