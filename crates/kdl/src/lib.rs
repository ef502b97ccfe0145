//! Reader of the KDL 2.0 document language: exact spans, many errors at once, comments kept.
