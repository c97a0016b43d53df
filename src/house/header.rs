//! The fields of a header, and their order.

use crate::brief::FieldKind;

/// Fields of the header in a house's briefs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// In the order of the template.
    pub required: Vec<FieldKind>,
    /// Fields that may be there.
    pub optional: Vec<FieldKind>,
}

impl Default for Header {
    fn default() -> Self {
        use FieldKind::*;
        Header { required: vec![Author, Source, Date, Keywords], optional: vec![Title, Link] }
    }
}

impl Header {
    /// Rank of a field in the header. Required fields take, in the house's order, the places that they have among all
    /// fields; by default a title comes first and a link last.
    pub fn place(&self, kind: FieldKind) -> usize {
        let mut required = self.required.iter();
        let places = FieldKind::ALL.map(|usual| match self.required.contains(&usual) {
            true => required.next().copied().unwrap_or(usual),
            false => usual,
        });
        places.iter().position(|&other| other == kind).unwrap_or(places.len())
    }

    /// Whether the house has the field.
    pub fn has(&self, kind: FieldKind) -> bool {
        self.required.contains(&kind) || self.optional.contains(&kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(required: &[FieldKind], expected: [FieldKind; 6]) {
        let header = Header { required: required.to_vec(), optional: Vec::new() };
        let mut all = FieldKind::ALL;
        all.sort_by_key(|&kind| header.place(kind));
        assert_eq!(all, expected);
    }

    #[test]
    fn the_house_orders_its_fields() {
        use FieldKind::*;
        check(&[Author, Source, Date, Keywords], [Title, Author, Source, Date, Keywords, Link]);
        check(&[Date, Author, Source, Keywords], [Title, Date, Author, Source, Keywords, Link]);
        check(&[Date, Author], [Title, Date, Source, Author, Keywords, Link]);
        check(&[Link, Title], [Link, Author, Source, Date, Keywords, Title]);
        check(&[], FieldKind::ALL);
    }
}
