//! Rules about the header's labels and about which fields there are.

pub mod empty_field;
