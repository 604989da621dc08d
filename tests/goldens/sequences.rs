//! Layers of sequences as in PyTorch.

use super::layers::layers;

layers! {
    "sequences.golden.safetensors":
    lstm: [7, 3], Lstm(5);
    lstm_wide: [4, 9], Lstm(33, bias = false);
    lstm_three: [6, 4], Lstm(7, layers = 3);
    lstm_both: [5, 3], Lstm(4, bidirectional = true);
    lstm_both_twice: [5, 2], Lstm(3, layers = 2, bidirectional = true, bias = false);
    gru: [8, 2], Gru(6);
    gru_wide: [3, 5], Gru(37);
    gru_both_twice: [6, 3], Gru(4, layers = 2, bidirectional = true);
    rnn: [9, 4], Rnn(5);
    rnn_relu: [5, 3], Rnn(6, nonlinearity = relu, bias = false);
    rnn_twice: [5, 3], Rnn(4, layers = 2);
    dense: [6, 5], Dense(3);
    layer_norm: [5, 7], LayerNorm(eps = 1e-3);
    softmax: [4, 5], Softmax;
    attention: [7, 6], SelfAttention(heads = 1);
    attention_heads: [5, 12], SelfAttention(heads = 4);
    attention_wide: [9, 20], SelfAttention(heads = 2);
    attention_causal: [9, 6], SelfAttention(heads = 2, causal = true);
    attention_causal_long: [37, 4], SelfAttention(heads = 4, causal = true);
    attention_causal_wide: [3, 19], SelfAttention(heads = 1, causal = true);
    conv1d: [9, 4], Conv1d(5, kernel = 3);
    conv1d_stride: [10, 3], Conv1d(6, kernel = 4, stride = 3, padding = 2, bias = false);
    conv1d_dilation: [8, 5], Conv1d(3, kernel = 3, stride = 2, padding = 3, dilation = 2);
    conv1d_same: [7, 3], Conv1d(4, kernel = 5, padding = same);
    conv1d_same_even: [6, 2], Conv1d(3, kernel = 4, padding = same, dilation = 3);
    conv1d_causal: [9, 3], Conv1d(5, kernel = 3, causal = true);
    conv1d_causal_far: [11, 2], Conv1d(9, kernel = 2, dilation = 4, bias = false, causal = true);
    conv1d_wide: [4, 33], Conv1d(40, kernel = 5, padding = 2);
    attention_without_bias: [5, 8], SelfAttention(heads = 2, bias = false);
    conv1d_groups: [9, 4], Conv1d(6, kernel = 3, stride = 2, padding = 1, groups = 2);
    conv1d_depthwise: [7, 5], Conv1d(5, kernel = 4, groups = 5, bias = false);
    conv1d_causal_depthwise: [9, 3], Conv1d(6, kernel = 3, dilation = 2, groups = 3, causal = true);
    max_pool1d: [9, 4], MaxPool1d(3, stride = 2, padding = 1, dilation = 2);
    avg_pool1d: [10, 3], AvgPool1d(3);
    avg_pool1d_padded: [7, 5], AvgPool1d(4, stride = 3, padding = 2);
    avg_pool1d_bare: [7, 5], AvgPool1d(4, stride = 3, padding = 2, count_padding = false);
    embedding: [7], Embedding(11 -> 5);
    embedding_wide: [4], Embedding(3 -> 70);
    embedding_narrow: [2], Embedding(100 -> 1);
    =>
    encoder_post_norm: [6, 8] {
        Residual { SelfAttention(heads = 2) }, norm1: LayerNorm,
        Residual { linear1: Dense(12), Relu, linear2: Dense(8) }, norm2: LayerNorm,
    }
    encoder_pre_norm: [5, 12] {
        Residual { norm1: LayerNorm, SelfAttention(heads = 4) },
        Residual { norm2: LayerNorm, linear1: Dense(20), Gelu, linear2: Dense(12) },
    }
}
