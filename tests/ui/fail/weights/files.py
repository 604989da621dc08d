"""Writes those files of this folder that no network of ours could have saved: python files.py (NumPy, safetensors)."""

import io
import zipfile

import numpy as np
from safetensors.numpy import save_file

counting = lambda *shape: (np.arange(np.prod(shape), dtype=np.float32).reshape(shape) - 3) / 8


def npz(name, **arrays):
    """As numpy.savez does, without the time of day."""
    with zipfile.ZipFile(name, "w") as archive:
        for key, array in arrays.items():
            content = io.BytesIO()
            np.save(content, array)
            archive.writestr(zipfile.ZipInfo(key + ".npy", (1980, 1, 1, 0, 0, 0)), content.getvalue())


dense = {"dense/kernel": counting(3, 2), "dense/bias": counting(2), "out/kernel": counting(2, 1)}
npz("keras.npz", **dense)
npz("keras_wide.npz", **{**dense, "dense/kernel": counting(3, 5), "dense/bias": counting(5)})
npz("keras_gru.npz", **{
    "gru/gru_cell/kernel": counting(3, 6), "gru/gru_cell/recurrent_kernel": counting(2, 6), "gru/gru_cell/bias": counting(6),
})
npz("keras_separable.npz", **{
    "sep/depthwise_kernel": counting(3, 3, 2, 1), "sep/pointwise_kernel": counting(1, 1, 2, 4), "sep/bias": counting(4),
})
npz("keras_attention.npz", **{
    "mha/query/kernel": counting(4, 2, 2), "mha/key/kernel": counting(4, 2, 2), "mha/value/kernel": counting(4, 2, 2),
    "mha/attention_output/kernel": counting(2, 2, 4),
})
npz("objects.npz", **{"fc1.weight": np.array([[1, 2, 3], [4, 5, "six"]], dtype=object), "fc1.bias": counting(2), "fc2.weight": counting(1, 2)})
content = open("keras.npz", "rb").read()
open("cut.npz", "wb").write(content[: len(content) // 2])

bad = counting(2, 3)
bad[1, 2] = np.nan
save_file({"net.0.weight": bad, "net.0.bias": counting(2), "net.2.weight": counting(1, 2)}, "diverged_sequential.safetensors")
save_file({"net.0.weight": counting(2, 3), "net.0.bias": counting(2), "net.2.weight": counting(1, 2)}, "two_levels.safetensors")
save_file({"fc1.weight": np.full((2, 3), 1e39), "fc1.bias": np.zeros(2), "fc2.weight": np.zeros((1, 2))}, "beyond.safetensors")
save_file({
    "fc1.weight": counting(2, 4), "fc1.bias": counting(2), "fc3.weight": counting(1, 2), "head.weight": bad[1:, 2:], "other.gain": counting(1),
}, "all_wrong.safetensors")
