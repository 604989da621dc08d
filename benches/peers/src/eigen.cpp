// Eigen by hand: the sizes of the networks are known to the compiler, and so are those of the batches, as far as they fit its stack.

// The networks lie on the heap.
#define EIGEN_STACK_ALLOCATION_LIMIT 0

#include <Eigen/Dense>
#include <cmath>
#include <cstdint>

namespace {

using Eigen::Dynamic;
using Eigen::Map;
using Eigen::Matrix;

struct Relu {
    template <class X> static auto of(const X &x) { return x.cwiseMax(0.0f); }
};

struct Tanh {
    template <class X> static auto of(const X &x) { return x.array().tanh().matrix(); }
};

// One sample, everything of a fixed size.
template <int A, int B, int C, int D, class F, bool SOFTMAX> struct Sample {
    Matrix<float, B, A> w1;
    Matrix<float, B, 1> b1;
    Matrix<float, C, B> w2;
    Matrix<float, C, 1> b2;
    Matrix<float, D, C> w3;
    Matrix<float, D, 1> b3;

    explicit Sample(const float *p) {
        auto take = [&p](auto &m) {
            std::copy(p, p + m.size(), m.data());
            p += m.size();
        };
        take(w1), take(b1), take(w2), take(b2), take(w3), take(b3);
    }

    void forward(const float *x, float *y) const {
        Matrix<float, B, 1> h1 = b1;
        h1.noalias() += w1 * Map<const Matrix<float, A, 1>>(x);
        h1 = F::of(h1).eval();
        Matrix<float, C, 1> h2 = b2;
        h2.noalias() += w2 * h1;
        h2 = F::of(h2).eval();
        Map<Matrix<float, D, 1>> out(y);
        out = b3;
        out.noalias() += w3 * h2;
        if constexpr (SOFTMAX) {
            out = (out.array() - out.maxCoeff()).exp().matrix().eval();
            out /= out.sum();
        }
    }
};

// A dense layer for a batch, a sample a column.
template <int IN, int OUT, int N> struct Dense {
    Matrix<float, OUT, IN> w, dw, mw, vw;
    Matrix<float, OUT, 1> b, db, mb, vb;
    Matrix<float, OUT, N> y, dy;

    void load(const float *&p) {
        std::copy(p, p + w.size(), w.data());
        p += w.size();
        std::copy(p, p + b.size(), b.data());
        p += b.size();
        mw.setZero(), vw.setZero(), mb.setZero(), vb.setZero();
    }

    template <class X> void forward(const X &x) {
        y.noalias() = w * x;
        y.colwise() += b;
    }

    template <class X> void weight_gradient(const X &x) {
        dw.noalias() = dy * x.transpose();
        db = dy.rowwise().sum();
    }

    template <class P> static void adam(P &p, const P &g, P &m, P &v, float rate, float bias1, float bias2) {
        m = 0.9f * m + 0.1f * g;
        v = 0.999f * v + 0.001f * g.cwiseProduct(g);
        p.array() -= rate / bias1 * m.array() / ((v.array() / bias2).sqrt() + 1e-8f);
    }

    void update(float rate, float bias1, float bias2) {
        adam(w, dw, mw, vw, rate, bias1, bias2);
        adam(b, db, mb, vb, rate, bias1, bias2);
    }
};

template <int A, int B, int C, int D, int N> struct Batch {
    Dense<A, B, N> l1;
    Dense<B, C, N> l2;
    Dense<C, D, N> l3;
    int step = 0;

    explicit Batch(const float *p) { l1.load(p), l2.load(p), l3.load(p); }

    auto input(const float *x) const { return Map<const Matrix<float, A, N>>(x); }

    void forward(const float *x) {
        l1.forward(input(x));
        l1.y = l1.y.cwiseMax(0.0f);
        l2.forward(l1.y);
        l2.y = l2.y.cwiseMax(0.0f);
        l3.forward(l2.y);
    }

    float train_step(const float *x, const std::uint8_t *classes, float rate) {
        forward(x);
        float loss = 0.0f;
        for (int i = 0; i < N; ++i) {
            auto y = l3.y.col(i);
            auto dy = l3.dy.col(i);
            const float largest = y.maxCoeff();
            dy = (y.array() - largest).exp().matrix();
            const float sum = dy.sum();
            loss += std::log(sum) - (y[classes[i]] - largest);
            dy /= sum * N;
            dy[classes[i]] -= 1.0f / N;
        }
        l3.weight_gradient(l2.y);
        l2.dy.noalias() = l3.w.transpose() * l3.dy;
        l2.dy = (l2.y.array() > 0.0f).select(l2.dy, 0.0f).eval();
        l2.weight_gradient(l1.y);
        l1.dy.noalias() = l2.w.transpose() * l2.dy;
        l1.dy = (l1.y.array() > 0.0f).select(l1.dy, 0.0f).eval();
        l1.weight_gradient(input(x));
        ++step;
        const float bias1 = 1.0f - std::pow(0.9f, float(step)), bias2 = 1.0f - std::pow(0.999f, float(step));
        l1.update(rate, bias1, bias2), l2.update(rate, bias1, bias2), l3.update(rate, bias1, bias2);
        return loss / N;
    }
};

using W1 = Sample<4, 10, 10, 3, Relu, true>;
using WT = Sample<4, 32, 16, 4, Tanh, false>;
using W2 = Sample<784, 128, 64, 10, Relu, false>;
using W4 = Batch<2, 64, 32, 3, 32>;
using W5 = Batch<784, 128, 64, 10, 64>;

} // namespace

// For each work: make it from parameters, do it.
#define SAMPLE(NAME, TYPE)                                                                                             \
    extern "C" void *eigen_##NAME##_new(const float *parameters) { return new TYPE(parameters); }                      \
    extern "C" void eigen_##NAME(void *net, const float *x, float *y) { static_cast<TYPE *>(net)->forward(x, y); }
#define STEP(NAME, TYPE)                                                                                               \
    extern "C" void *eigen_##NAME##_new(const float *parameters) { return new TYPE(parameters); }                      \
    extern "C" float eigen_##NAME(void *net, const float *x, const std::uint8_t *classes, float rate) {                \
        return static_cast<TYPE *>(net)->train_step(x, classes, rate);                                                 \
    }

SAMPLE(w1, W1)
SAMPLE(wt, WT)
SAMPLE(w2, W2)
STEP(w4, W4)
STEP(w5, W5)

extern "C" void *eigen_w3_new(const float *parameters) { return new W5(parameters); }
extern "C" void eigen_w3(void *net, const float *x, float *y) {
    auto *batch = static_cast<W5 *>(net);
    batch->forward(x);
    std::copy(batch->l3.y.data(), batch->l3.y.data() + batch->l3.y.size(), y);
}
