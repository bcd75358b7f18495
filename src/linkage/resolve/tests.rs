//! Rows for mentions.
