"""LiteRT, which was TensorFlow Lite, with XNNPACK: inference only."""

import flatbuffers
import numpy as np
from ai_edge_litert import schema_py_generated as schema
from ai_edge_litert.interpreter import Interpreter
from torch import nn

OPERATORS, OPTIONS, FUNCTIONS = schema.BuiltinOperator, schema.BuiltinOptions, schema.ActivationFunctionType
CODES = [OPERATORS.CONV_2D, OPERATORS.MAX_POOL_2D, OPERATORS.FULLY_CONNECTED]


class Constant(schema.BufferT):
    """Values that stand where vector instructions want them."""

    def Pack(self, builder):
        builder.Prep(16, len(self.data))
        return super().Pack(builder)


class Chain:
    """Operators one after the other, each with the output of the one before."""

    def __init__(self, shape):
        # The first buffer is that of all tensors without values.
        self.tensors, self.buffers, self.operators = [], [schema.BufferT()], []
        self.last = self.tensor(shape)

    def tensor(self, shape, buffer=0):
        tensor = schema.TensorT(shape=list(shape), type=schema.TensorType.FLOAT32, buffer=buffer)
        tensor.name = f"tensor{len(self.tensors)}"
        self.tensors.append(tensor)
        return len(self.tensors) - 1

    def constant(self, values):
        self.buffers.append(Constant(data=np.frombuffer(values.astype(np.float32).tobytes(), np.uint8)))
        return self.tensor(values.shape, len(self.buffers) - 1)

    def then(self, operator, shape, constants, kind, options):
        inputs = [self.last, *map(self.constant, constants)]
        self.last = self.tensor(shape)
        self.operators.append(
            schema.OperatorT(
                opcodeIndex=CODES.index(operator),
                inputs=inputs,
                outputs=[self.last],
                builtinOptionsType=kind,
                builtinOptions=options,
            )
        )

    def finish(self):
        graph = schema.SubGraphT(tensors=self.tensors, inputs=[0], outputs=[self.last], operators=self.operators)
        codes = [schema.OperatorCodeT(deprecatedBuiltinCode=code, builtinCode=code) for code in CODES]
        file = schema.ModelT(version=3, operatorCodes=codes, subgraphs=[graph], buffers=self.buffers)
        builder = flatbuffers.Builder()
        builder.Finish(file.Pack(builder), file_identifier=b"TFL3")
        return bytes(builder.Output())


def model(net, samples):
    """The file, as TensorFlow writes it: channels stand last, and rectifiers belong to the layers before them."""
    channels, side = 1, 28
    chain = Chain([samples, side, side, channels])
    flattened = None
    for module, behind in zip(net, [*net[1:], None]):
        function = FUNCTIONS.RELU if isinstance(behind, nn.ReLU) else FUNCTIONS.NONE
        if isinstance(module, nn.Conv2d):
            w, b = (values.detach().numpy() for values in module.parameters())
            channels, side = w.shape[0], side - w.shape[2] + 1
            options = schema.Conv2DOptionsT(schema.Padding.VALID, 1, 1, function)
            shape = [samples, side, side, channels]
            chain.then(OPERATORS.CONV_2D, shape, [w.transpose(0, 2, 3, 1), b], OPTIONS.Conv2DOptions, options)
        elif isinstance(module, nn.MaxPool2d):
            side //= 2
            options = schema.Pool2DOptionsT(schema.Padding.VALID, 2, 2, 2, 2)
            chain.then(OPERATORS.MAX_POOL_2D, [samples, side, side, channels], [], OPTIONS.Pool2DOptions, options)
        elif isinstance(module, nn.Flatten):
            flattened = channels, side, side
        elif isinstance(module, nn.Linear):
            w, b = (values.detach().numpy() for values in module.parameters())
            if flattened:
                w, flattened = w.reshape(-1, *flattened).transpose(0, 2, 3, 1).reshape(w.shape), None
            options = schema.FullyConnectedOptionsT(function)
            chain.then(OPERATORS.FULLY_CONNECTED, [samples, len(b)], [w, b], OPTIONS.FullyConnectedOptions, options)
    return chain.finish()


def forward(net, x):
    """The network on images of one channel."""
    interpreter = Interpreter(model_content=model(net, len(x)), num_threads=1)
    interpreter.allocate_tensors()
    # Input and output stay where they are: nothing but the network is timed.
    interpreter.set_tensor(interpreter.get_input_details()[0]["index"], x.reshape(len(x), 28, 28, 1))
    output = interpreter.get_output_details()[0]["index"]

    class Run:
        """Calls the interpreter; what it returns is read once, for the comparison."""

        def __call__(self):
            interpreter.invoke()
            return self

        def __array__(self, *_, **__):
            return interpreter.get_tensor(output)

    return {"LiteRT": Run()}
