//! The claims that answer a question about who said what, and the question as filters.

use web_sys::Element;
use yew::prelude::*;

use super::button;
use super::claim_items::claim_items;
use super::claim_origin::OriginOf;
use super::page_context::use_page;
use super::scene::Scene;
use super::scroll::show;
use super::value_label::chosen_labels;
use explore::{Action, Facet, Mode, Question, View};

/// How many answers are shown.
const SHOWN: usize = 3;

/// Properties of [`QuestionAnswers`].
#[derive(Properties, PartialEq)]
pub(super) struct QuestionAnswersProps {
    /// The data to render. Its query may be a question.
    pub(super) scene: Scene,
    /// The origins of the claims, if the page lists those of several articles.
    pub(super) origins: Option<OriginOf>,
}

/// The best answers to the question in the query; nothing if the query is no question, or if no
/// claim answers it.
#[component]
pub(super) fn QuestionAnswers(props: &QuestionAnswersProps) -> Html {
    let page = use_page();
    let on_demand = page.on_demand_messages();
    let QuestionAnswersProps { scene, origins } = props;
    let view = &scene.state.view;
    let asked = (scene.indexed.clone(), view.query.clone());
    let answered = use_memo(asked, |(indexed, query)| Question::answered(query, indexed));
    let section = use_node_ref();
    {
        let section = section.clone();
        use_effect_with(answered.clone(), move |answered| {
            if let Some(section) = section.cast::<Element>().filter(|_| answered.is_some()) {
                show(&section);
            }
        });
    }
    let Some((question, answers)) = &*answered else {
        return Html::default();
    };
    let filtered = View {
        mode: Mode::Claims,
        ..question.view(view)
    };
    let labels = |facet: Facet| {
        let labels = chosen_labels(page.messages(), scene, &filtered, facet);
        (!labels.is_empty()).then(|| (on_demand.filter)(facet, &labels))
    };
    let words = (!question.words.is_empty()).then(|| (on_demand.search_filter)(&question.words));
    let facets = [Facet::Speaker, Facet::About, Facet::Stance];
    let filters: Vec<String> = facets.into_iter().filter_map(labels).chain(words).collect();
    let onclick = page
        .dispatch
        .reform(move |_: MouseEvent| Action::Restore(Box::new(filtered.clone())));
    let label = html! { <>{ on_demand.use_as_filters }<b>{ filters.join(" · ") }</b></> };
    html! {
        <section class="answers" ref={&section}>
            <h2>{ on_demand.answers }</h2>
            { claim_items(scene, origins.as_ref(), answers.iter().take(SHOWN).copied()) }
            <p>{ button::said("", onclick, label) }</p>
        </section>
    }
}
