//! Why a layer has no stream, in words: traits that no layer has. A network with such a layer asks for one of them, of a type that is called
//! after the layer, where its stream is used.

macro_rules! reasons {
    ($($(#[$doc:meta])* $Reason:ident: $does:literal, $note:literal;)*) => {$(
        $(#[$doc])*
        #[diagnostic::on_unimplemented(
            message = $does,
            label = "this takes one step at a time",
            note = $note
        )]
        pub trait $Reason<T> {}
    )*};
}

reasons! {
    /// Of a recurrent layer.
    BothDirections:
        "`{Self}` reads the sequence in both directions, so the network has no stream",
        "leave out `bidirectional = true`, or hand whole sequences to `forward`";
    /// Of attention, and of what makes one vector of all steps.
    AllSteps:
        "`{Self}` takes all steps of a sequence at once, so the network has no stream",
        "hand whole sequences to `forward`; a recurrent layer with `Last` behind it answers each step";
    /// Of causal attention.
    EveryStepBefore:
        "`{Self}` looks back at every step since the first, and a stream has no end, so the network has no stream",
        "hand whole sequences to `forward`; a recurrent layer or a causal `Conv1d` remembers as much as it needs";
    /// Of a convolution.
    LaterSteps:
        "`{Self}` sees steps behind the one that it answers, so the network has no stream",
        "write `causal = true`, with which the zeros stand before the first step, or hand whole sequences to `forward`";
    /// Of a pool.
    FewerSteps:
        "`{Self}` makes one step of several, so the network has no stream",
        "hand whole sequences to `forward`";
    /// Of what tells steps apart by their number.
    PlaceInTheSequence:
        "`{Self}` adds to each step what belongs to its place in the sequence, and a stream has no end, so the network has no stream",
        "hand whole sequences to `forward`";
    /// Of what gives the values another shape.
    OtherShape:
        "`{Self}` makes another shape of the whole sequence, so the network has no stream",
        "hand whole sequences to `forward`; `Last` makes a vector of each step";
}
