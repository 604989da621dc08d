"""Writes files of weights as other libraries leave them, and what these libraries answer: converted.rs reads both.

    KERAS_BACKEND=torch python converted.py [DIRECTORY]

README.md says what they hold.
"""

import os
import sys
import zipfile
from io import BytesIO
from pathlib import Path

os.environ.setdefault("KERAS_BACKEND", "torch")

import keras
import numpy as np
import torch
from keras import layers
from safetensors.numpy import save_file as save_arrays
from safetensors.torch import save_file
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.preprocessing import StandardScaler
from torch import nn

SAMPLES = 6
random = np.random.default_rng(41)
where = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent / "converted")


def golden(name, x, y):
    """Inputs and answers, in float64."""
    arrays = {"x": np.ascontiguousarray(x, np.float64), "y": np.ascontiguousarray(y, np.float64)}
    save_arrays(arrays, where / f"{name}.golden.safetensors")


def numbers(*shape):
    """Inputs that float32 holds."""
    return random.standard_normal((SAMPLES, *shape)).astype(np.float32)


def npz(name, arrays, packed=False):
    """What numpy.savez and savez_compressed write, without the time of day."""
    method = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(where / f"{name}.npz", "w", method) as archive:
        for key, array in arrays.items():
            info = zipfile.ZipInfo(f"{key}.npy", (1980, 1, 1, 0, 0, 0))
            info.compress_type = method
            # NumPy does not know a member's size beforehand, so that the sizes stand in an extra field.
            with archive.open(info, "w", force_zip64=True) as member:
                np.lib.format.write_array(member, np.asanyarray(array))


# PyTorch


def measured(model):
    """With statistics as if it had been trained."""
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            nn.init.uniform_(module.weight, 0.5, 1.5)
            nn.init.normal_(module.bias, 0, 0.2)
            nn.init.normal_(module.running_mean, 0, 0.3)
            nn.init.uniform_(module.running_var, 0.5, 1.5)
    return model


def torch_file(name, model, x, prefix="", dtype=torch.float32):
    """The state of the model in this type, and what a model with these very numbers answers, in float64."""
    model = measured(model).eval().to(dtype)
    save_file({prefix + key: value.contiguous() for key, value in model.state_dict().items()}, where / f"{name}.safetensors")
    with torch.no_grad():
        y = model.double()(torch.from_numpy(x).double() if x.dtype == np.float32 else torch.from_numpy(x))
    golden(name, x.reshape(SAMPLES, -1), y.reshape(SAMPLES, -1).numpy())


class Separable(nn.Module):
    """A depthwise convolution and one of single places, as in MobileNet (Howard et al., 2017)."""

    def __init__(self, channels, out, stride):
        super().__init__()
        self.dw = nn.Conv2d(channels, channels, 3, stride, 1, groups=channels, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.pw = nn.Conv2d(channels, out, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(out)

    def forward(self, x):
        return self.bn2(self.pw(self.bn1(self.dw(x)).relu())).relu()


class MobileNet(nn.Module):
    def __init__(self):
        super().__init__()
        stem = nn.Sequential(nn.Conv2d(3, 8, 3, 2, 1, bias=False), nn.BatchNorm2d(8), nn.ReLU())
        self.features = nn.Sequential(stem, Separable(8, 16, 1), Separable(16, 24, 2), Separable(24, 32, 1))
        self.classifier = nn.Linear(32, 5)

    def forward(self, x):
        return self.classifier(self.features(x).mean((2, 3)))


class Speech(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(5, 8, num_layers=2, bidirectional=True, batch_first=True)
        self.head = nn.Linear(16, 3)

    def forward(self, x):
        return self.head(self.lstm(x)[0].mean(1))


class Encoder(nn.Module):
    """What is trained, in a module of its own."""

    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder

    def forward(self, x):
        return self.encoder(x)


class Motion(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv1d(4, 6, 3)
        self.rnn = nn.GRU(6, 7, batch_first=True)
        self.out = nn.Linear(7, 2)

    def forward(self, x):
        x = self.conv(x.transpose(1, 2)).transpose(1, 2).relu()
        return self.out(self.rnn(x)[0][:, -1])


class Block(nn.Module):
    """One of a transformer's, with its norms before."""

    def __init__(self):
        super().__init__()
        self.ln1, self.ln2 = nn.LayerNorm(8), nn.LayerNorm(8)
        self.attn = nn.MultiheadAttention(8, 2, batch_first=True)
        self.mlp = nn.Sequential(nn.Linear(8, 16), nn.GELU(), nn.Linear(16, 8))

    def forward(self, x):
        z = self.ln1(x)
        x = x + self.attn(z, z, z, need_weights=False)[0]
        return x + self.mlp(self.ln2(x))


class Transformer(nn.Module):
    def __init__(self):
        super().__init__()
        self.wte = nn.Embedding(11, 8)
        self.h = nn.ModuleList([Block(), Block()])
        self.lm_head = nn.Linear(8, 4, bias=False)

    def forward(self, x):
        x = self.wte(x)
        for block in self.h:
            x = block(x)
        return self.lm_head(x.mean(1))


def of_torch():
    torch.manual_seed(41)
    sequential = nn.Sequential(nn.Linear(6, 16), nn.ReLU(), nn.Linear(16, 8), nn.Tanh(), nn.Linear(8, 3))
    torch_file("torch_sequential", sequential, numbers(6), prefix="module.")
    torch_file("torch_mobilenet", MobileNet(), numbers(3, 16, 16), prefix="_orig_mod.", dtype=torch.float16)
    torch_file("torch_lstm", Encoder(Speech()), numbers(9, 5), dtype=torch.float64)
    torch_file("torch_gru", Motion(), numbers(10, 4), dtype=torch.bfloat16)
    torch_file("torch_transformer", Transformer(), random.integers(0, 11, (SAMPLES, 7)))


# Keras


def keras_model(*stack):
    model = keras.Sequential(stack)
    for weight in model.weights:
        shape, kind = weight.shape, weight.path.rsplit("/", 1)[-1]
        if kind in ("gamma", "moving_variance"):
            weight.assign(random.uniform(0.5, 1.5, shape))
        elif kind in ("beta", "moving_mean", "bias"):
            weight.assign(random.normal(0, 0.2, shape))
    return model


def keras_arrays(model):
    return {weight.path: keras.ops.convert_to_numpy(weight) for weight in model.weights}


def keras_golden(name, model, x):
    """Images have their channels last in Keras, and first here."""
    y = keras.ops.convert_to_numpy(model(x, training=False)).reshape(SAMPLES, -1)
    golden(name, (x.transpose(0, 3, 1, 2) if x.ndim == 4 else x).reshape(SAMPLES, -1), y)


def of_keras():
    keras.utils.set_random_seed(41)
    model = keras_model(
        keras.Input((6,)), layers.Dense(12, "relu", name="hidden"), layers.BatchNormalization(name="norm"),
        layers.Dense(8, "tanh", name="second"), layers.LayerNormalization(name="layer"), layers.Dense(3, name="out"),
    )
    npz("keras_dense", keras_arrays(model))
    keras_golden("keras_dense", model, numbers(6))

    separable = lambda out, stride: [
        layers.ZeroPadding2D(1), layers.DepthwiseConv2D(3, stride, use_bias=False), layers.BatchNormalization(), layers.ReLU(),
        layers.Conv2D(out, 1, use_bias=False), layers.BatchNormalization(), layers.ReLU(),
    ]
    model = keras_model(
        keras.Input((16, 16, 3)), layers.Conv2D(8, 3, padding="same", name="stem"), layers.ReLU(), *separable(12, 2), *separable(16, 1),
        layers.DepthwiseConv2D(2, depth_multiplier=2, name="twice"), layers.GlobalAveragePooling2D(), layers.Dense(4, name="head"),
    )
    npz("keras_mobilenet", keras_arrays(model), packed=True)
    keras_golden("keras_mobilenet", model, numbers(16, 16, 3))

    model = keras_model(
        keras.Input((9,)), layers.Embedding(12, 6, name="words"), layers.Bidirectional(layers.LSTM(5, return_sequences=True), name="both"),
        layers.LSTM(4, name="last"), layers.Dense(3, name="head"),
    )
    npz("keras_lstm", keras_arrays(model))
    keras_golden("keras_lstm", model, random.integers(0, 12, (SAMPLES, 9)))

    model = keras_model(
        keras.Input((10, 4)), layers.Conv1D(6, 3, padding="causal", activation="relu", name="conv"),
        layers.GRU(7, return_sequences=True, name="gru"), layers.SimpleRNN(5, name="rnn"), layers.Dense(2, name="head"),
    )
    # The package writes the memory of an array as it lies, whatever its order.
    save_arrays({key: np.ascontiguousarray(value) for key, value in keras_arrays(model).items()}, where / "keras_gru.safetensors")
    keras_golden("keras_gru", model, numbers(10, 4))

    model = keras_model(
        keras.Input((8, 8, 2)), layers.Conv2D(6, 2, 2, name="down"), layers.GroupNormalization(3, name="norm"), layers.ReLU(),
        layers.Conv2DTranspose(3, 2, 2, name="up"), layers.Permute((3, 1, 2)),
    )
    npz("keras_transposed", {key: value.astype(np.float16) for key, value in keras_arrays(model).items()})
    for weight in model.weights:
        weight.assign(keras.ops.convert_to_numpy(weight).astype(np.float16).astype(np.float32))
    keras_golden("keras_transposed", model, numbers(8, 8, 2))


# scikit-learn


def of_scikit_learn():
    x = random.normal(3, 2, (120, 5))
    classes = (x[:, 0] + x[:, 1] * x[:, 2] > 12).astype(int) + (x[:, 3] > 4)
    scaler = StandardScaler().fit(x)
    net = MLPClassifier(hidden_layer_sizes=(10, 6), max_iter=40, random_state=41).fit(scaler.transform(x), classes)
    arrays = {"scaler.mean": scaler.mean_, "scaler.scale": scaler.scale_}
    for i, (kernel, bias) in enumerate(zip(net.coefs_, net.intercepts_), 1):
        arrays |= {f"fc{i}.kernel": kernel, f"fc{i}.bias": bias}
    npz("sklearn_classifier", arrays)
    new = numbers(5) + np.float32(3)
    golden("sklearn_classifier", new, net.predict_proba(scaler.transform(new.astype(np.float64))))

    y = np.stack([np.sin(x[:, 0]) + x[:, 1], x[:, 2] * x[:, 3] / 4], 1)
    net = MLPRegressor(hidden_layer_sizes=(9,), activation="tanh", solver="lbfgs", max_iter=60, random_state=41).fit(x, y)
    # As np.savez(path, *net.coefs_, *net.intercepts_) calls them; one of them column by column, one with its bytes the other way round.
    arrays = dict(zip(["arr_0", "arr_1", "arr_2", "arr_3"], [*net.coefs_, *net.intercepts_]))
    arrays["arr_0"], arrays["arr_1"] = np.asfortranarray(arrays["arr_0"]), arrays["arr_1"].astype(">f8")
    npz("sklearn_regressor", arrays, packed=True)
    golden("sklearn_regressor", new, net.predict(new.astype(np.float64)))


if __name__ == "__main__":
    where.mkdir(exist_ok=True)
    torch.set_num_threads(1)
    of_torch()
    of_keras()
    of_scikit_learn()
