"""Writes metrics, prepare, splits and weighted.golden.safetensors with scikit-learn 1.9.1 (requirements-scikit-learn.txt pins it).

    python scikit_learn.py [DIRECTORY]

What each file holds is in README.md. Everything is drawn from fixed seeds.
"""

import sys
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file
from sklearn import metrics as m
from sklearn.decomposition import PCA
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.model_selection import KFold, StratifiedKFold, train_test_split
from sklearn.preprocessing import MinMaxScaler, StandardScaler

HERE = Path(__file__).resolve().parent
AVERAGES = ["macro", "micro", "weighted"]


def f32_exact(x):
    """Inputs in float64 that float32 holds too, so a test in either type starts from the same number."""
    return x.astype(np.float32).astype(np.float64)


def scores(classes, predictions, average, labels=None):
    rows = m.precision_recall_fscore_support(classes, predictions, average=average, labels=labels, zero_division=0)[:3]
    return np.array(rows, dtype=np.float64)


def metrics():
    random = np.random.default_rng(1)
    golden = {}

    # Class 3 is predicted and has no samples, class 4 has samples and is never predicted, class 5 does not occur. Outputs are
    # quarters, so that the largest is often not the only one: the first counts.
    classes = random.choice([0, 1, 2, 4], 80, p=[0.4, 0.3, 0.2, 0.1])
    outputs = np.round(random.normal(size=(80, 6)) * 4) / 4
    outputs[np.arange(80), classes] += 1.5
    outputs[:, 4:] -= 100
    predictions = outputs.argmax(axis=1)
    assert set(predictions) == {0, 1, 2, 3}
    golden |= {
        "classes": classes, "outputs": outputs,
        "accuracy": m.accuracy_score(classes, predictions),
        "confusion": m.confusion_matrix(classes, predictions, labels=range(6)),
        "scores": scores(classes, predictions, None, labels=range(6)),
    }
    golden |= {f"scores.{average}": scores(classes, predictions, average) for average in AVERAGES}

    # Of equal outputs scikit-learn takes the last ones, so here are none.
    top = f32_exact(random.normal(size=(50, 6)))
    top_classes = random.integers(6, size=50)
    hits = [m.top_k_accuracy_score(top_classes, top, k=k, labels=range(6)) for k in range(1, 6)]
    golden |= {"top.outputs": top, "top.classes": top_classes, "top.accuracy": hits}

    positive = random.integers(2, size=70)
    ranking = np.round(random.normal(size=70) * 3 + positive) / 2
    golden |= {"roc.positive": positive, "roc.scores": ranking, "roc.auc": m.roc_auc_score(positive, ranking)}

    # Rows come up several times each, so that there are ties.
    rows = random.dirichlet(np.ones(4), size=15)
    chances, true = rows[random.integers(15, size=90)], random.integers(4, size=90)
    area = m.roc_auc_score(true, chances, multi_class="ovr", average="macro")
    golden |= {"ovr.outputs": chances, "ovr.classes": true, "ovr.auc": area}

    # The last targets are all the same, and the outputs are not.
    targets = f32_exact(random.normal(size=(40, 3)) * [1, 10, 0] + [0, 100, 0.1])
    numbers = f32_exact(targets + random.normal(size=(40, 3)) * [0.5, 3, 1e-3])
    golden |= {"regression.targets": targets, "regression.outputs": numbers}
    for name, error in {"mae": m.mean_absolute_error, "rmse": m.root_mean_squared_error, "r2": m.r2_score}.items():
        golden[f"regression.{name}"] = error(targets, numbers)
        golden[f"regression.{name}.each"] = error(targets, numbers, multioutput="raw_values")
    return golden


def prepare():
    random = np.random.default_rng(2)
    # Features that hang together, of very different sizes; the third is the same everywhere.
    mixing = random.normal(size=(6, 6))
    mixing[:, 2] = 0

    def draw(count):
        return f32_exact(random.normal(size=(count, 6)) @ mixing * [1, 1000, 1, 0.01, 3, 1] + [0, 1e5, 0.3, 0, -7, 2])

    x, new = draw(60), draw(9)
    golden = {"x": x, "new": new}

    standard = StandardScaler().fit(x)
    golden |= {"standard.mean": standard.mean_, "standard.scale": standard.scale_, "standard.new": standard.transform(new)}
    for name, limits in {"unit": (0, 1), "range": (-1, 2)}.items():
        golden[f"min_max.{name}.new"] = MinMaxScaler(limits).fit(x).transform(new)
    golden |= {"min_max.data_min": x.min(axis=0), "min_max.data_max": x.max(axis=0)}

    def pca(name, samples, components, new):
        fitted = PCA(components, svd_solver="full").fit(samples)
        places = fitted.transform(new)
        parts = {"mean": fitted.mean_, "components": fitted.components_, "explained_variance": fitted.explained_variance_,
                 "explained_variance_ratio": fitted.explained_variance_ratio_, "places": places,
                 "back": fitted.inverse_transform(places)}
        return {f"pca.{name}.{part}": values for part, values in parts.items()}

    golden |= pca("tall", standard.transform(x), 3, standard.transform(new))
    # Fewer samples than features.
    wide, new = f32_exact(random.normal(size=(5, 8))), f32_exact(random.normal(size=(4, 8)))
    golden |= {"wide.x": wide, "wide.new": new} | pca("wide", wide, 4, new)
    return golden


def splits():
    random = np.random.default_rng(3)
    classes = np.repeat([2, 0, 1], [29, 58, 14])
    random.shuffle(classes)
    names = [0, 1, 2]

    def counts(part):
        return [(classes[part] == name).sum() for name in names]

    fractions, sizes, shares = [0.2, 0.25, 0.33, 0.5, 0.9], [], []
    for fraction in fractions:
        train, test = train_test_split(np.arange(len(classes)), test_size=fraction, random_state=0)
        sizes.append([len(train), len(test)])
        found = {tuple(counts(train_test_split(np.arange(len(classes)), test_size=fraction, stratify=classes,
                                               random_state=seed)[0])) for seed in range(50)}
        assert len(found) == 1, "a tie, which scikit-learn breaks at random"
        shares.append(found.pop())
    golden = {"classes": classes, "fractions": fractions, "sizes": sizes, "shares": shares}
    for folds in [2, 3, 7, 14]:
        plain = KFold(folds, shuffle=True, random_state=0).split(classes)
        golden[f"folds.{folds}"] = [len(test) for _, test in plain]
        stratified = StratifiedKFold(folds, shuffle=True, random_state=0).split(classes, classes)
        golden[f"stratified.{folds}"] = [counts(test) for _, test in stratified]
    return golden


def weighted():
    """Models with a minimum of their own, fitted with the weights of samples, some of which are 0."""
    random = np.random.default_rng(4)
    x = f32_exact(random.normal(size=(60, 3)))
    weights = random.choice([0, 0.25, 1, 3], 60)
    values = f32_exact(x @ [1.5, -2, 0.5] + 0.75 + random.normal(size=60))
    classes = (x @ random.normal(size=(3, 4)) + random.normal(size=(60, 4))).argmax(axis=1)
    golden = {"x": x, "weights": weights, "values": values, "classes": classes}

    line = LinearRegression().fit(x, values, sample_weight=weights)
    golden |= {"line.coef": line.coef_, "line.intercept": line.intercept_,
               "line.loss": m.mean_squared_error(values, line.predict(x), sample_weight=weights)}
    # `C` divides the penalty: this one is that of 0.5 * sum(coef ** 2) beside the weighted sum of the losses.
    logistic = LogisticRegression(C=1, tol=1e-12, max_iter=10000).fit(x, classes, sample_weight=weights)
    chances = logistic.predict_proba(x)
    golden |= {"logistic.coef": logistic.coef_, "logistic.intercept": logistic.intercept_,
               "logistic.loss": m.log_loss(classes, chances, sample_weight=weights, labels=range(4))}
    return golden


def main():
    directory = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    for name, golden in {"metrics": metrics(), "prepare": prepare(), "splits": splits(), "weighted": weighted()}.items():
        tensors = {key: np.atleast_1d(np.ascontiguousarray(value, dtype=np.float64)) for key, value in golden.items()}
        assert all(np.isfinite(tensor).all() for tensor in tensors.values()), f"{name} holds a number that is not finite"
        save_file(tensors, directory / f"{name}.golden.safetensors")


if __name__ == "__main__":
    main()
