//! Diaries: text files of dated acts, read, checked and judged.
