//! The block path of a layer that has only the one-sample path: the samples of a block one after the other.
//!
//! One sample's input and output, and on the way back their gradients, live on the stack: a layer with samples of more
//! than some 100,000 values needs a block path of its own. The cache of a block is used as one cache per sample in turn,
//! which takes the same room: `CACHE` lanes are `CACHE` scalars for each of its samples.

use bytemuck::Zeroable;

use crate::kernels::{dispatch, pack};
use crate::layer::{BlockRecord, Input, InputBlock, Layer, Output, OutputBlock, Pass, Record};
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::shape::Shape;

pub(crate) fn forward<T: Scalar, L: Layer<T>>(
    layer: &L,
    pass: &Pass<'_>,
    x: &[InputBlock<L, T>],
    y: &mut [OutputBlock<L, T>],
    scratch: &mut [T::Lanes],
) {
    let scratch = scalars_mut::<T>(scratch);
    let (mut sx, mut sy) = (Input::<L, T>::zeroed(), Output::<L, T>::zeroed());
    for (x, y) in x.iter().zip(y) {
        for lane in 0..T::LANES {
            pack::unpack::<T>(L::Input::flat(x), lane, L::Input::flat_mut(&mut sx));
            dispatch!(T: pass.level, simd => layer.forward(simd, &sx, &mut sy, scratch));
            pack::put::<T>(L::Output::flat(&sy), lane, L::Output::flat_mut(y));
        }
    }
}

pub(crate) fn forward_train<T: Scalar, L: Layer<T>>(
    layer: &L,
    pass: &Pass<'_>,
    x: &[InputBlock<L, T>],
    y: &mut [OutputBlock<L, T>],
    cache: &mut [T::Lanes],
    scratch: &mut [T::Lanes],
) {
    let scratch = scalars_mut::<T>(scratch);
    let cache = scalars_mut::<T>(cache);
    let (mut sx, mut sy) = (Input::<L, T>::zeroed(), Output::<L, T>::zeroed());
    for (block, (x, y)) in x.iter().zip(y).enumerate() {
        for lane in 0..T::LANES {
            let cache = &mut cache[(block * T::LANES + lane) * L::CACHE..][..L::CACHE];
            pack::unpack::<T>(L::Input::flat(x), lane, L::Input::flat_mut(&mut sx));
            let noise = pass.noise.at(block * T::LANES + lane);
            dispatch!(T: pass.level, simd => layer.forward_train(simd, noise, &sx, &mut sy, cache, scratch));
            pack::put::<T>(L::Output::flat(&sy), lane, L::Output::flat_mut(y));
        }
    }
}

pub(crate) fn backward<T: Scalar, L: Layer<T>>(
    layer: &L,
    pass: &Pass<'_>,
    record: BlockRecord<'_, L, T>,
    dy: &[OutputBlock<L, T>],
    mut dx: Option<&mut [InputBlock<L, T>]>,
    grad: &mut L,
    scratch: &mut [T::Lanes],
) {
    let scratch = scalars_mut::<T>(scratch);
    let cache = scalars::<T>(record.cache);
    let (mut sx, mut sdx) = (Input::<L, T>::zeroed(), Input::<L, T>::zeroed());
    let (mut sy, mut sdy) = (Output::<L, T>::zeroed(), Output::<L, T>::zeroed());
    for (block, ((x, y), dy)) in record.x.iter().zip(record.y).zip(dy).enumerate() {
        for lane in 0..T::LANES {
            pack::unpack::<T>(L::Input::flat(x), lane, L::Input::flat_mut(&mut sx));
            pack::unpack::<T>(L::Output::flat(y), lane, L::Output::flat_mut(&mut sy));
            pack::unpack::<T>(L::Output::flat(dy), lane, L::Output::flat_mut(&mut sdy));
            let cache = &cache[(block * T::LANES + lane) * L::CACHE..][..L::CACHE];
            let wanted = dx.is_some().then_some(&mut sdx);
            let record = Record { x: &sx, y: &sy, cache };
            dispatch!(T: pass.level, simd => layer.backward(simd, record, &sdy, wanted, grad, scratch));
            if let Some(dx) = dx.as_deref_mut() {
                pack::put::<T>(L::Input::flat(&sdx), lane, L::Input::flat_mut(&mut dx[block]));
            }
        }
    }
}
