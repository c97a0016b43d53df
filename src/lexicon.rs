//! What is known: sources and keywords, and how to find them by any of their names.
