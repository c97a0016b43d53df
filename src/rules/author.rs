//! Rules about author names.

pub mod name_form;
