"""onnxruntime: inference only."""

import onnxruntime
from onnx import TensorProto, helper, numpy_helper


def model(layers, activation, softmax, samples):
    """The file, as PyTorch exports it."""
    nodes, tensors, last = [], [], "x"
    for i, (w, b) in enumerate(layers):
        nodes.append(helper.make_node("Gemm", [last, f"w{i}", f"b{i}"], [f"sum{i}"], transB=1))
        tensors += [numpy_helper.from_array(w, f"w{i}"), numpy_helper.from_array(b, f"b{i}")]
        last = f"sum{i}"
        if i + 1 < len(layers):
            nodes.append(helper.make_node("Relu" if activation == "relu" else "Tanh", [last], [f"y{i}"]))
            last = f"y{i}"
    if softmax:
        nodes.append(helper.make_node("Softmax", [last], ["y"], axis=1))
        last = "y"
    x = helper.make_tensor_value_info("x", TensorProto.FLOAT, [samples, layers[0][0].shape[1]])
    y = helper.make_tensor_value_info(last, TensorProto.FLOAT, [samples, layers[-1][0].shape[0]])
    graph = helper.make_graph(nodes, "net", [x], [y], tensors)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8).SerializeToString()


def forward(layers, activation, softmax, x):
    return run(model(layers, activation, softmax, len(x)), x)


def file(nodes, tensors, before, after, states=None):
    """The file of a network from `x` to `answer`: each state comes in by its name, and goes out behind the answer."""
    value = lambda name, dims: helper.make_tensor_value_info(name, TensorProto.FLOAT, dims)
    states = states or {}
    inputs = [value("x", before), *(value(name, dims) for name, dims in states.items())]
    outputs = [value("answer", after), *(value(f"{name}_out", dims) for name, dims in states.items())]
    graph = helper.make_graph(nodes, "net", inputs, outputs, tensors)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9).SerializeToString()


def session_of(file):
    """A session on one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(file, options, providers=["CPUExecutionProvider"])


def run(file, x):
    """The network of a file on `x`."""
    session = session_of(file)
    # Input and output stay where they are: nothing but the network is timed.
    binding = session.io_binding()
    value = onnxruntime.OrtValue.ortvalue_from_numpy(x)
    binding.bind_ortvalue_input("x", value)
    binding.bind_output(session.get_outputs()[0].name)
    session.run_with_iobinding(binding)

    class Run:
        """Calls the session; what it returns is read once, for the comparison."""

        def __call__(self):
            session.run_with_iobinding(binding)
            return self

        def __array__(self, *_, **__):
            return binding.get_outputs()[0].numpy()

    return {"onnxruntime": Run()}
