//! What the programs ask of the machine: to count instructions, to say how much memory was used, to print, and to end.
//!
//! Numbers are printed without `core::fmt`, which would take more flash than a small network.

#![expect(clippy::cast_possible_truncation, reason = "addresses and counts of a machine with 32 bits")]

use core::arch::asm;
use core::cell::Cell;
use core::hint::black_box;
use core::panic::PanicInfo;

use cortex_m::Peripherals;
use cortex_m::peripheral::SYST;
use cortex_m::peripheral::syst::SystClkSource;
use cortex_m_semihosting::{debug, syscall1};

/// The address of a symbol of the linker's.
macro_rules! symbol {
    ($name:ident) => {{
        unsafe extern "C" {
            static $name: u32;
        }
        (&raw const $name).addr() as u32
    }};
}

/// How far an answer may be from the host's, as a part of the largest, or of 1 if that is less: the host does not round between a multiplication and
/// an addition, and adds in another order.
pub const TOLERANCE: f32 = 1e-5;

/// The machine, whose timer has been told how long an instruction takes.
pub struct Board {
    /// Ticks of so many instructions: [`CALIBRATION`].
    ticks: u32,
    /// Ticks of nothing.
    empty: u32,
    failed: Cell<bool>,
}

/// Instructions that are timed, to know how long one takes: two for each turn of a loop.
const CALIBRATION: u32 = 100_000;

impl Board {
    /// The machine of a program that has just begun.
    ///
    /// # Panics
    ///
    /// If it was taken before.
    #[must_use]
    pub fn take() -> Self {
        let Some(Peripherals { SYST: mut timer, .. }) = Peripherals::take() else { fail("the board was taken before") };
        timer.set_clock_source(SystClkSource::Core);
        timer.set_reload(0x00ff_ffff);
        timer.clear_current();
        timer.enable_counter();
        let mut board = Self { ticks: 0, empty: 0, failed: Cell::new(false) };
        board.empty = board.time(|| ());
        board.ticks = board.time(|| {
            // SAFETY: it counts down a register of its own.
            unsafe { asm!("2: subs {0}, #1", "bne 2b", inout(reg) CALIBRATION / 2 => _) }
        });
        board
    }

    /// Ticks of the timer while `work` runs.
    fn time<R>(&mut self, work: impl FnOnce() -> R) -> u32 {
        let before = SYST::get_current();
        black_box(work());
        let after = SYST::get_current();
        (before.wrapping_sub(after) & 0x00ff_ffff).saturating_sub(self.empty)
    }

    /// Prints how many instructions `work` takes.
    pub fn count<R>(&mut self, what: &str, work: impl FnOnce() -> R) {
        let ticks = u64::from(self.time(work));
        print(what);
        print(": ");
        number((ticks * u64::from(CALIBRATION) / u64::from(self.ticks)) as u32);
        print(" instructions\n");
    }

    /// Compares an answer with the host's.
    pub fn compare(&self, answer: &[f32], host: &[f32]) {
        self.near(answer, host, TOLERANCE);
    }

    /// Compares an answer with what it should be, within a part of the largest value.
    pub fn near(&self, answer: &[f32], right: &[f32], tolerance: f32) {
        let largest = right.iter().fold(1.0, |most: f32, value| most.max(value.abs()));
        let near = |(a, b): (&f32, &f32)| (a - b).abs() <= tolerance * largest;
        if answer.len() != right.len() || !answer.iter().zip(right).all(near) {
            self.failed.set(true);
        }
    }

    /// Prints what was used of the memory, and ends the program: with failure if an answer was not the host's.
    pub fn end(&self, stack: u32) -> ! {
        memory(stack);
        if self.failed.get() {
            fail("an answer is not the host's")
        }
        print("all answers are the host's\n");
        exit(true)
    }
}

/// The bytes of the stack that have been used so far: those whose paint is gone.
#[must_use]
pub fn stack() -> u32 {
    /// What `cortex-m-rt` paints the stack with.
    const PAINT: u32 = 0xcccc_cccc;
    let (mut place, top) = (symbol!(_stack_end), symbol!(_stack_start));
    // SAFETY: between these symbols there is nothing but the stack, of which words are read.
    while place < top && unsafe { (place as *const u32).read_volatile() } == PAINT {
        place += 4;
    }
    top - place
}

/// Prints the sections of the program.
fn memory(stack: u32) {
    let sections = [
        ("flash: vectors", symbol!(__stext) - symbol!(__vector_table)),
        (", code", symbol!(__etext) - symbol!(__stext)),
        (", constants", symbol!(__erodata) - symbol!(__srodata)),
        (", first values", symbol!(__edata) - symbol!(__sdata)),
        ("\nRAM: variables", symbol!(__edata) - symbol!(__sdata) + symbol!(__ebss) - symbol!(__sbss)),
        (", stack", stack),
    ];
    for (name, bytes) in sections {
        print(name);
        print(" ");
        number(bytes);
    }
    print(" bytes\n");
}

/// Prints a text, up to 64 bytes of it.
pub fn print(text: &str) {
    let mut line = [0; 65];
    for (to, from) in line.iter_mut().zip(text.bytes().take(64)) {
        *to = from;
    }
    // SAFETY: the text ends with a zero, and lives until the call is over.
    unsafe { syscall1!(WRITE0, line.as_ptr()) };
}

fn number(mut value: u32) {
    let mut digits = [0; 10];
    let mut first = digits.len();
    loop {
        first -= 1;
        digits[first] = b'0' + (value % 10) as u8;
        value /= 10;
        if value == 0 {
            break;
        }
    }
    print(core::str::from_utf8(&digits[first..]).unwrap_or_default());
}

pub fn fail(text: &str) -> ! {
    print("error: ");
    print(text);
    print("\n");
    exit(false)
}

fn exit(well: bool) -> ! {
    debug::exit(if well { debug::EXIT_SUCCESS } else { debug::EXIT_FAILURE });
    loop {}
}

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    fail("the program has panicked")
}
