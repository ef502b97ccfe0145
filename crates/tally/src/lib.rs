//! The counting engine: exact votes over columns, small and huge.
