//! The minute book: an append-only, hash-chained store of one corporation.
