//! The tensors of a recurrent layer, with PyTorch's names.

use super::{Bias, Recurrent};
use crate::kernels::recurrent::Kind;
use crate::parameters::{Order, Parameters, Parts, Path, Role, Tensor};
use crate::scalar::Scalar;
use crate::shape::Sequence;

/// What the tensors are called, for each layer and direction.
const NAMES: [[[&str; 4]; 2]; 8] = {
    macro_rules! names {
        ($($layer:literal)*) => {
            [$([
                [
                    concat!("weight_ih_l", $layer), concat!("bias_ih_l", $layer),
                    concat!("weight_hh_l", $layer), concat!("bias_hh_l", $layer),
                ],
                [
                    concat!("weight_ih_l", $layer, "_reverse"), concat!("bias_ih_l", $layer, "_reverse"),
                    concat!("weight_hh_l", $layer, "_reverse"), concat!("bias_hh_l", $layer, "_reverse"),
                ],
            ]),*]
        };
    }
    names!(0 1 2 3 4 5 6 7)
};

/// The most layers that stand on each other.
pub const MOST_LAYERS: usize = NAMES.len();

// SAFETY: repr(C) with two matrices of scalars, two vectors of scalars or nothing (`Bias` is sealed), and a type without size: no padding.
#[expect(unsafe_code, reason = "the promise of being nothing but scalars")]
unsafe impl<
    T: Scalar,
    C: Kind,
    const IN: usize,
    const HIDDEN: usize,
    const GATES: usize,
    X: Sequence,
    Y: Sequence,
    B: Bias<T>,
    const LAYER: usize,
    const REVERSE: bool,
> Parameters<T> for Recurrent<T, C, IN, HIDDEN, GATES, X, Y, B, LAYER, REVERSE>
{
    const PARAMETERS: usize = GATES * (IN + HIDDEN) + 2 * B::PARAMETERS;
    const PARTS: Parts = Parts::Named(&[
        (NAMES[LAYER][REVERSE as usize][0], Parts::Tensor(&[GATES, IN], Order::ColumnMajor)),
        (NAMES[LAYER][REVERSE as usize][1], B::PARTS),
        (NAMES[LAYER][REVERSE as usize][2], Parts::Tensor(&[GATES, HIDDEN], Order::ColumnMajor)),
        (NAMES[LAYER][REVERSE as usize][3], B::PARTS),
    ]);

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        let names = &NAMES[LAYER][usize::from(REVERSE)];
        for (product, inputs) in [(0, IN), (1, HIDDEN)] {
            let (fan_in, fan_out) = (inputs, GATES);
            visit(&Tensor {
                name: &name.join(names[2 * product]),
                dims: &[GATES, inputs],
                order: Order::ColumnMajor,
                role: Role::Weight,
                fan_in,
                fan_out,
            });
            if B::PARAMETERS > 0 {
                visit(&Tensor {
                    name: &name.join(names[2 * product + 1]),
                    dims: &[GATES],
                    order: Order::RowMajor,
                    role: Role::Bias,
                    fan_in,
                    fan_out,
                });
            }
        }
    }
}
