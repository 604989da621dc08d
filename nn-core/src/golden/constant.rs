//! Recorded answers, compared while a program is compiled.

use super::{Golden, GoldenError, is_close, read};
use crate::constant::{self, MOST_MACS};
use crate::network::Network;
use crate::parameters::view;
use crate::private::Text;
use crate::shape::Shape;

/// Asks a network for its recorded answers in a constant, if it is small enough and can be computed there, and compares the checksum of one
/// with at most [`MOST_MACS`] parameters. What is left is for the test.
///
/// # Panics
///
/// At compile time, with what differs.
#[track_caller]
pub const fn holds<N: Network<f32>, const SCRATCH: usize>(golden: &Golden, net: &N) {
    // The mistakes of its list are told.
    if N::LAYERS.is_empty() {
        return;
    }
    let [takes, gives] = [<N::Input as Shape>::LEN, <N::Output as Shape>::LEN];
    if golden.inputs.len() != 4 * golden.examples * takes || golden.outputs.len() != 4 * golden.examples * gives {
        let mut text = Text::new();
        let [has, answers] = [golden.inputs.len(), golden.outputs.len()];
        text.push("an example of `")
            .push(golden.file)
            .push("` has ")
            .number(has / 4 / golden.examples)
            .push(" inputs and ");
        text.number(answers / 4 / golden.examples).push(" outputs; `").push(N::NAME).push("` takes ").number(takes);
        text.push(" and gives ").number(gives);
        panic!("{}", text.as_str());
    }
    if N::PARAMETERS <= MOST_MACS
        && let Err(error) = golden.check_parameters(view(net))
    {
        told(N::NAME, &error);
    }
    if constant::refusal(N::NAME, &N::PLAN, 0).is_some() || N::MACS.saturating_mul(golden.examples) > MOST_MACS {
        return;
    }
    let (mut x, mut y) = (constant::zeroed::<N::Input>(), constant::zeroed::<N::Output>());
    let mut example = 0;
    while example < golden.examples {
        read(golden.inputs, example, constant::values_mut::<N::Input>(&mut x));
        read(golden.outputs, example, constant::values_mut::<N::Output>(&mut y));
        let answers = constant::forward::<N, SCRATCH>(net, &x);
        let (answers, recorded) = (constant::values::<N::Output>(&answers), constant::values::<N::Output>(&y));
        let mut output = 0;
        while output < answers.len() {
            if !is_close(answers[output], recorded[output], golden.tolerance) {
                told(N::NAME, &golden.differs(example, output, answers[output], recorded[output]));
            }
            output += 1;
        }
        example += 1;
    }
}

/// Ends with what differs, which rustc shows.
#[track_caller]
const fn told(name: &str, error: &GoldenError) -> ! {
    let mut text = Text::new();
    match error {
        GoldenError::OtherParameters { file } => {
            text.push("the weights of `").push(name).push("` are not those that gave the answers of `").push(file);
            text.push("`: their checksum is another one. If they were changed on purpose, record the answers again with `save_golden`");
        }
        GoldenError::OtherAnswer { file, example, output, answer, recorded, permitted } => {
            text.push("`").push(name).push("` does not give its recorded answers: output ").number(*output);
            text.push(" of example ").number(*example).push(" of `").push(file).push("` is ").float(*answer as f64);
            text.push(", and was recorded as ").float(*recorded as f64).push(": the two may be ").float(*permitted);
            text.push(" apart");
        }
    }
    panic!("{}", text.as_str());
}
