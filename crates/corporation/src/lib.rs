//! The pure core: questions, acts, state, decide and evolve.
