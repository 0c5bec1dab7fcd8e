//! State, actions, and the reducer.

use super::facet::Facet;
use super::view::{Filters, Mode, View};
use model::{ClaimId, EntityId};
use search::QueryText;

/// Everything that changes while a reader uses the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The view. The address is derived from it.
    pub view: View,
    /// The current match, counted from 0.
    pub hit: Option<usize>,
    /// Whether the last change was to the text of the query.
    pub typing: bool,
    /// How often the reader has changed the query or the filters. Views from an address do not
    /// count.
    pub sought: u32,
    /// The claim whose card was open when the card of an entity opened. Closing that card leads
    /// back to it.
    pub beneath: Option<ClaimId>,
}

/// An action of the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Changes the query.
    Search(String),
    /// Changes the query by typing.
    Type {
        /// The query.
        text: String,
        /// Where the reader types, in bytes.
        caret: usize,
    },
    /// Ends typing.
    Finish,
    /// Changes query and filters, and then does something else.
    Refine {
        /// The query.
        query: QueryText,
        /// The filters.
        filters: Filters,
        /// What else to do.
        then: Box<Action>,
    },
    /// Chooses a value of a facet, or unchooses it.
    Toggle(Facet, String),
    /// Chooses only this speaker and this subject.
    Pair {
        /// The speaker.
        speaker: String,
        /// The subject.
        about: String,
    },
    /// Clears a facet.
    ClearFacet(Facet),
    /// Clears the query and the filters.
    Clear,
    /// Opens the card of an entity.
    SelectEntity(EntityId),
    /// Opens the card of a claim.
    SelectClaim(ClaimId),
    /// Closes the open card.
    Deselect,
    /// Sets the minimum confidence of automatic findings.
    MinConfidence(super::Threshold),
    /// Shows the text, or the claims in one of their arrangements.
    Show(Mode),
    /// Moves to the next or previous match, wrapping around at the ends.
    Walk {
        /// Whether to move forward.
        forward: bool,
        /// The number of matches.
        hits: usize,
        /// The match to begin with.
        nearest: usize,
    },
    /// Moves to a match in the text.
    GoTo(usize),
    /// Goes back one step: closes the card, or the card of an entity above that of a claim, then
    /// clears the query, then the filters, then returns to the article.
    StepBack,
    /// Restores a complete view, such as one from an address.
    Restore(Box<View>),
}

/// The state after an action. A pure function.
#[must_use]
pub fn reduce(state: &State, action: Action) -> State {
    let mut next = State {
        typing: false,
        ..state.clone()
    };
    let seeks = !matches!(action, Action::Restore(_) | Action::Refine { .. });
    match action {
        Action::Search(query) | Action::Type { text: query, .. } => {
            next.typing = true;
            next.hit = None;
            next.view.query = query.into();
        }
        Action::Finish => {}
        Action::Refine {
            query,
            filters,
            then,
        } => {
            let mut refined = state.clone();
            if *then != Action::Finish {
                refined.sought = refined.sought.wrapping_add(1);
            }
            if refined.view.query != query {
                refined.hit = None;
            }
            refined.view.query = query;
            refined.view.filters = filters;
            return reduce(&refined, *then);
        }
        Action::Toggle(facet, value) => next.view.filters.toggle(facet, &value),
        Action::Pair { speaker, about } => {
            let filters = &mut next.view.filters;
            let already = is_only(filters, Facet::Speaker, &speaker)
                && is_only(filters, Facet::About, &about);
            filters.clear(Facet::Speaker);
            filters.clear(Facet::About);
            if !already {
                filters.choose(Facet::Speaker, &speaker);
                filters.choose(Facet::About, &about);
            }
        }
        Action::ClearFacet(facet) => next.view.filters.clear(facet),
        Action::Clear => {
            next.view.query.clear();
            next.view.filters = Filters::default();
            next.view.min_confidence = super::Threshold::default();
            next.hit = None;
        }
        Action::SelectEntity(id) => {
            next.view.entity = Some(id);
            next.beneath = next.view.claim.take().or(next.beneath);
        }
        Action::SelectClaim(id) => {
            next.view.claim = Some(id);
            next.view.entity = None;
        }
        Action::Deselect => {
            next.view.claim = None;
            next.view.entity = None;
        }
        Action::MinConfidence(threshold) => next.view.min_confidence = threshold,
        Action::Show(mode) => next.view.mode = mode,
        Action::Walk {
            forward,
            hits,
            nearest,
        } => {
            next.typing = state.typing;
            next.hit = walked(state.hit, forward, hits, nearest);
        }
        Action::GoTo(hit) => {
            next.hit = Some(hit);
            next.view.mode = Mode::Article;
        }
        Action::StepBack => step_back(&mut next),
        Action::Restore(view) => {
            if next.view.query != view.query || next.view.article != view.article {
                next.hit = None;
            }
            next.view = *view;
            next.beneath = None;
        }
    }
    if next.view.entity.is_none() {
        next.beneath = None;
    }
    let asks = |view: &View| {
        (
            view.query.to_string(),
            view.filters.clone(),
            view.min_confidence,
        )
    };
    if seeks && asks(&next.view) != asks(&state.view) {
        next.sought = next.sought.wrapping_add(1);
    }
    next
}

fn is_only(filters: &Filters, facet: Facet, value: &str) -> bool {
    filters.chosen(facet).eq(std::iter::once(value))
}

fn walked(from: Option<usize>, forward: bool, hits: usize, nearest: usize) -> Option<usize> {
    let last = hits.checked_sub(1)?;
    Some(match (from, forward) {
        (None, true) => nearest.min(last),
        (None, false) if nearest > 0 => (nearest - 1).min(last),
        (None, false) => last,
        (Some(at), true) if at >= last => 0,
        (Some(at), true) => at + 1,
        (Some(0), false) => last,
        (Some(at), false) => (at - 1).min(last),
    })
}

fn step_back(next: &mut State) {
    let view = &mut next.view;
    if view.entity.take().is_some() {
        view.claim = next.beneath.take();
    } else if view.claim.take().is_some() {
        // Only the card closes.
    } else if !view.query.is_empty() {
        view.query.clear();
        next.hit = None;
    } else if !view.filters.is_empty() {
        view.filters = Filters::default();
    } else if view.is_narrowed() {
        view.min_confidence = super::Threshold::default();
    } else {
        view.mode = Mode::default();
    }
}

/// The effect of a state change on the browser's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryStep {
    /// No effect.
    None,
    /// Replaces the current address.
    Replace,
    /// Adds an entry, so that *back* undoes this change.
    Push,
}

/// The history step for a change. A choice adds an entry, so *back* undoes it. Further
/// typing replaces the current address.
#[must_use]
pub fn history_step(before: &State, after: &State) -> HistoryStep {
    if before.view == after.view {
        HistoryStep::None
    } else if before.typing && after.typing {
        HistoryStep::Replace
    } else {
        HistoryStep::Push
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(actions: Vec<Action>) -> State {
        actions
            .into_iter()
            .fold(State::default(), |state, action| reduce(&state, action))
    }

    fn search(text: &str) -> Action {
        Action::Search(text.into())
    }

    #[test]
    fn a_query_is_parsed_once_when_typed() {
        let typed = after(vec![search("trade form:direct")]);
        let chosen = reduce(&typed, Action::Toggle(Facet::Speaker, "ann".into()));
        let query = |state: &State| std::rc::Rc::as_ptr(state.view.query.query());
        assert_eq!(query(&typed), query(&chosen));
        assert_eq!(typed.view.query.query().terms.len(), 1);
    }

    #[test]
    fn choosing_a_value_twice_clears_it() {
        let toggle = || Action::Toggle(Facet::Speaker, "guo".into());
        assert!(
            after(vec![toggle()])
                .view
                .filters
                .has(Facet::Speaker, "guo")
        );
        assert!(after(vec![toggle(), toggle()]).view.filters.is_empty());
        let pair = || Action::Pair {
            speaker: "guo".into(),
            about: "ec".into(),
        };
        assert_eq!(after(vec![toggle(), pair()]).view.filters.all().count(), 2);
        assert!(after(vec![pair(), pair()]).view.filters.is_empty());
    }

    #[test]
    fn one_thing_is_selected_at_a_time() {
        let state = after(vec![
            Action::SelectEntity(EntityId::new("e")),
            Action::SelectClaim(ClaimId::new("c")),
        ]);
        assert_eq!(
            (state.view.entity, state.view.claim),
            (None, Some(ClaimId::new("c")))
        );
    }

    #[test]
    fn the_card_of_an_entity_lies_above_that_of_a_claim() {
        let claim = || Action::SelectClaim(ClaimId::new("c"));
        let entity = |id: &str| Action::SelectEntity(EntityId::new(id));
        let above = after(vec![claim(), entity("a"), entity("b")]);
        assert_eq!(above.view.claim, None);
        let closed = reduce(&above, Action::StepBack);
        let shown = (closed.view.entity.clone(), closed.view.claim.clone());
        assert_eq!(shown, (None, Some(ClaimId::new("c"))));
        assert_eq!(reduce(&closed, Action::StepBack), State::default());
        assert_eq!(reduce(&above, Action::Deselect), State::default());
        let alone = after(vec![claim(), entity("a"), Action::Deselect, entity("b")]);
        assert_eq!(reduce(&alone, Action::StepBack), State::default());
    }

    #[test]
    fn only_the_reader_seeks() {
        let sought = |actions| after(actions).sought;
        assert_eq!(sought(vec![search("a"), search("ab")]), 2);
        let toggle = Action::Toggle(Facet::Form, "direct".into());
        assert_eq!(sought(vec![toggle.clone(), Action::Show(Mode::Claims)]), 1);
        let view = after(vec![toggle, search("a")]).view;
        assert_eq!(sought(vec![Action::Restore(Box::new(view))]), 0);
    }

    #[test]
    fn walking_wraps_around() {
        let walk_from = |from, forward, hits, nearest| {
            let state = State {
                hit: from,
                ..State::default()
            };
            let walk = Action::Walk {
                forward,
                hits,
                nearest,
            };
            reduce(&state, walk).hit
        };
        let walk = |from, forward, hits| walk_from(from, forward, hits, 0);
        assert_eq!(walk_from(None, true, 3, 1), Some(1));
        assert_eq!(walk_from(None, false, 3, 1), Some(0));
        assert_eq!(walk_from(None, true, 1, 9), Some(0));
        assert_eq!(walk(None, true, 3), Some(0));
        assert_eq!(walk(None, false, 3), Some(2));
        assert_eq!(walk(Some(2), true, 3), Some(0));
        assert_eq!(walk(Some(0), false, 3), Some(2));
        assert_eq!(walk(Some(7), false, 3), Some(2));
        assert_eq!(walk(Some(1), true, 0), None);
    }

    #[test]
    fn escape_goes_back_step_by_step() {
        let mut state = after(vec![
            Action::Show(Mode::Claims),
            Action::Toggle(Facet::Form, "direct".into()),
            search("a"),
            Action::SelectClaim(ClaimId::new("c")),
        ]);
        let mut steps = 0;
        while state.view != View::default() {
            state = reduce(&state, Action::StepBack);
            steps += 1;
        }
        assert_eq!(steps, 4);
    }

    #[test]
    fn back_undoes_choices_and_not_keystrokes() {
        let steps = |actions: Vec<Action>| {
            let mut state = State::default();
            let mut steps = Vec::new();
            for action in actions {
                let next = reduce(&state, action);
                steps.push(history_step(&state, &next));
                state = next;
            }
            steps
        };
        assert_eq!(
            steps(vec![
                search("a"),
                search("ab"),
                Action::Walk {
                    forward: true,
                    hits: 2,
                    nearest: 0
                },
                search("abc"),
                Action::Toggle(Facet::Form, "direct".into()),
                search("abcd"),
                Action::Deselect,
            ]),
            [
                HistoryStep::Push,
                HistoryStep::Replace,
                HistoryStep::None,
                HistoryStep::Replace,
                HistoryStep::Push,
                HistoryStep::Push,
                HistoryStep::None,
            ]
        );
    }
}
