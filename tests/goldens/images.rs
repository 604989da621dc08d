//! Layers of images as in PyTorch.

use super::layers::layers;

layers! {
    "images.golden.safetensors":
    conv: [2, 7, 6], Conv2d(5, kernel = 3);
    conv_oblong: [3, 9, 7], Conv2d(4, kernel = [5, 3], stride = [2, 1], padding = [2, 1]);
    conv_everything: [4, 8, 11],
        Conv2d(6, kernel = [3, 2], stride = [1, 3], padding = [1, 0], dilation = [2, 3], groups = 2);
    conv_same: [2, 6, 9], Conv2d(3, kernel = [2, 4], padding = same, dilation = [1, 2]);
    conv_wide: [9, 4, 5], Conv2d(17, kernel = 5, padding = 2);
    conv_pointwise: [3, 5, 4], Conv2d(7, kernel = 1, bias = false);
    conv_pointwise_stride: [3, 7, 5], Conv2d(4, kernel = 1, stride = 2);
    conv_depthwise: [5, 6, 7], Conv2d(5, kernel = 3, padding = same, groups = 5);
    conv_depthwise_twice: [3, 7, 7], Conv2d(6, kernel = 3, stride = 2, padding = 1, groups = 3, bias = false);
    transposed: [5, 4, 3], ConvTranspose2d(3, kernel = 4, stride = 2, padding = 1);
    transposed_oblong: [3, 4, 5],
        ConvTranspose2d(4, kernel = [3, 5], stride = [2, 3], padding = [1, 2], output_padding = [1, 2]);
    transposed_groups: [4, 3, 4],
        ConvTranspose2d(6, kernel = 3, stride = 2, output_padding = 1, dilation = 2, groups = 2, bias = false);
    transposed_gaps: [3, 3, 3], ConvTranspose2d(2, kernel = 2, stride = 3);
    transposed_depthwise: [4, 5, 3], ConvTranspose2d(4, kernel = 3, padding = 1, groups = 4);
    max: [3, 7, 5], MaxPool2d(2);
    max_overlapping: [3, 8, 7], MaxPool2d(3, stride = 2, padding = 1);
    max_dilated: [2, 7, 8], MaxPool2d([2, 3], stride = [1, 2], dilation = [2, 1]);
    max_ties: [2, 7, 9], MaxPool2d(3, stride = 2);
    max_global: [5, 4, 3], GlobalMaxPool2d;
    mean: [3, 5, 4], AvgPool2d([2, 1]);
    mean_padded: [3, 8, 7], AvgPool2d(3, stride = 2, padding = 1);
    mean_of_what_there_is: [3, 8, 7], AvgPool2d(3, stride = 2, padding = 1, count_padding = false);
    mean_global: [5, 4, 3], GlobalAvgPool2d;
    mean_adaptive: [2, 7, 10], AdaptiveAvgPool2d([3, 4]);
    upsample: [3, 3, 4], Upsample([2, 3]);
    pad: [3, 3, 4], ZeroPad2d([1, 2]);
    batch_norm: [5, 4, 3], BatchNorm(eps = 1e-3, momentum = 0.2);
    layer_norm: [3, 4, 5], LayerNorm;
    group_norm: [6, 3, 5], GroupNorm(3);
    group_norm_of_all: [3, 3, 4], GroupNorm(1, eps = 1e-2);
    response_norm: [7, 4, 3], LocalResponseNorm(5, alpha = 0.5, k = 2.0);
    response_norm_even: [6, 3, 3], LocalResponseNorm(4, alpha = 0.9, beta = 0.6);
}
