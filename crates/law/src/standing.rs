//! How a provision stands towards others on the same question: effect, confidence, who may vary it, and the event its date is reckoned by.
//!
//! The words are those of the architecture's table of effects; docs/decisions/0003 says how they act.

/// Declares an enum whose variants are words of the instrument language.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident => $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_meta])* $variant,)+ }

        impl $name {
            /// Every word, in the order of declaration.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The word as instruments write it.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $text,)+ }
            }

            /// Reads the word; `None` when it is none of them.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($text => Some($name::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.word())
            }
        }
    };
}
pub(crate) use words;

words! {
    /// What a provision does to others that answer the same question.
    Effect {
        /// Others are tightened to it or intersected with it; outside it they are void.
        Bounds => "bounds",
        /// A contrary text, stricter or looser, is displaced.
        Fixes => "fixes",
        /// Yields to any other.
        Default => "default",
        /// Union: duties and means cumulate.
        Adds => "adds",
        /// Only the certificate may say otherwise.
        Reserves => "reserves",
        /// No force without the certificate's grant.
        Enables => "enables",
        /// A means stays open unless expressly restricted.
        Permits => "permits",
    }
}

words! {
    /// How sure the reading is. Only sure authority refuses outright; probable refuses unless a determination says otherwise; check only flags.
    /// The order is from weakest to strongest, so the weakest of several is their minimum.
    Confidence {
        /// Unsure: verified before anyone relies on it.
        Check => "check",
        /// Probable: consistent with the sources, not read again.
        Probable => "probable",
        /// Sure: settled.
        Sure => "sure",
    }
}

words! {
    /// Who may say otherwise than a provision of the statute.
    Vary {
        /// Nobody.
        Nobody => "none",
        /// The certificate of incorporation only.
        Certificate => "certificate",
        /// The certificate or the bylaws.
        Bylaws => "bylaws",
        /// The board by resolution.
        Board => "board",
        /// The paper itself (a proxy that provides for a longer period).
        Paper => "paper",
    }
}

words! {
    /// The event by whose date it is judged which version of a provision is in force.
    Reckoning {
        /// The day on which notice was given.
        Notice => "notice",
        /// The day of the meeting.
        Meeting => "meeting",
        /// The day on which a record date was fixed.
        Resolution => "resolution",
        /// The day on which the corporation was formed.
        Formation => "formation",
        /// The day of the act or conduct judged.
        Conduct => "conduct",
    }
}
