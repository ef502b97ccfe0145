//! Elections by plurality: who has a seat surely, and who ties for one.

use crate::votes::Votes;

/// The outcome of an election in which the most votes win; a tie is told, never broken.
///
/// Nominees are named by their place in the list given.
/// `elected`, `tied` and `defeated` name each nominee once, and `elected.len() + tied_seats + unfilled_seats` is the number of seats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plurality {
    /// Those with a seat whatever becomes of the tie: most votes first, and in the order given among equals.
    pub elected: Vec<usize>,
    /// Those with equal votes for fewer seats than they are, in the order given.
    pub tied: Vec<usize>,
    /// The seats for which they tie; fewer than the tied.
    pub tied_seats: usize,
    /// Seats for which nobody received a vote.
    pub unfilled_seats: usize,
    /// All others, most votes first; a nominee without a single vote is always among them.
    pub defeated: Vec<usize>,
}

/// Who is elected to `seats` seats by the most votes; of alternatives, the one preferred is that elected to one seat.
///
/// Votes are those for each nominee; an election in several classes is ranked class by class.
pub fn plurality(votes_for: &[Votes], seats: usize) -> Plurality {
    let mut ranking: Vec<usize> = (0..votes_for.len()).collect();
    ranking.sort_by_key(|&nominee| std::cmp::Reverse(votes_for[nominee]));
    let received_votes = ranking.partition_point(|&nominee| !votes_for[nominee].is_zero());
    let filled = seats.min(received_votes);
    let mut elected = ranking[..filled].to_vec();
    let mut tied = Vec::new();
    let mut beyond = filled;

    let last = filled.checked_sub(1).map(|last| votes_for[ranking[last]]);
    let ties = last.filter(|&last| ranking.get(filled).is_some_and(|&next| votes_for[next] == last));
    if let Some(last) = ties {
        elected.retain(|&nominee| votes_for[nominee] > last);
        tied.extend((0..votes_for.len()).filter(|&nominee| votes_for[nominee] == last));
        beyond = elected.len() + tied.len();
    }
    Plurality {
        tied_seats: filled - elected.len(),
        unfilled_seats: seats - filled,
        elected,
        tied,
        defeated: ranking.split_off(beyond),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seats_go_to_the_most_votes_and_ties_stay_ties() {
        struct Row(
            &'static [u64],
            usize,
            &'static [usize],
            &'static [usize],
            usize,
            usize,
            &'static [usize],
        );
        for Row(votes, seats, elected, tied, tied_seats, unfilled_seats, defeated) in [
            // Distinct votes.
            Row(&[5, 9, 7], 2, &[1, 2], &[], 0, 0, &[0]),
            Row(&[5, 9, 7], 3, &[1, 2, 0], &[], 0, 0, &[]),
            // A tie above the last seat is no tie for a seat.
            Row(&[9, 9, 7], 2, &[0, 1], &[], 0, 0, &[2]),
            // A tie on the last seat.
            Row(&[9, 7, 7], 2, &[0], &[1, 2], 1, 0, &[]),
            // Three for two seats, one surely, one out.
            Row(&[4, 8, 8, 9, 8], 3, &[3], &[1, 2, 4], 2, 0, &[0]),
            // All equal.
            Row(&[3, 3], 1, &[], &[0, 1], 1, 0, &[]),
            // One vote less breaks the tie.
            Row(&[3, 2], 1, &[0], &[], 0, 0, &[1]),
            // One vote elects, none does not.
            Row(&[1, 0], 2, &[0], &[], 0, 1, &[1]),
            Row(&[0, 0], 1, &[], &[], 0, 1, &[0, 1]),
            // More seats than nominees, no seats, no nominees.
            Row(&[2, 1], 5, &[0, 1], &[], 0, 3, &[]),
            Row(&[2, 1], 0, &[], &[], 0, 0, &[0, 1]),
            Row(&[], 2, &[], &[], 0, 2, &[]),
        ] {
            let votes_for: Vec<Votes> = votes.iter().copied().map(Votes::new).collect();
            let expected = Plurality {
                elected: elected.into(),
                tied: tied.into(),
                tied_seats,
                unfilled_seats,
                defeated: defeated.into(),
            };
            assert_eq!(plurality(&votes_for, seats), expected, "{votes:?} for {seats}");
        }
    }
}
