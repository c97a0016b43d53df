//! Rules about author names.
