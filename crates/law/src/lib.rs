//! The vocabulary of provisions, instruments, citations, effects and the law book.
