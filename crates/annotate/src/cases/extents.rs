//! Cases of claims: where subjects and objects begin and end.

use super::claims::Table;
use super::{check, claims_of};

/// Where the object of a stance ends, and what has no stance.
const OBJECTS: Table = &[
    (
        "The growers urged Irene Calder not to sign the lease.",
        &["The growers | asks | not to sign the lease"],
    ),
    (
        "Growers and fishing groups urged Irene Calder to sign the lease.",
        &["Growers and fishing groups | asks | to sign the lease"],
    ),
    (
        "Tom Reyes asked the court for leave to appeal against the ruling.",
        &["Tom Reyes | asks | for leave to appeal against the ruling"],
    ),
    (
        "Tom Reyes asked the ferry company to stop its night trips.",
        &["Tom Reyes | asks | to stop its night trips"],
    ),
    (
        "The union warned it will close the port.",
        &["The union | warns | it will close the port"],
    ),
    (
        "The union warned members not to cross the line.",
        &["The union | warns | not to cross the line"],
    ),
    (
        "Marlow Bay rejected a motion that criticised its harbour fees.",
        &["Marlow Bay | criticises | a motion that criticised its harbour fees"],
    ),
    (
        "Marlow Bay rejected a request to close the harbour.",
        &["Marlow Bay | declines | a request to close the harbour"],
    ),
    (
        "Irene Calder condemned the raid as a breach of the truce.",
        &["Irene Calder | criticises | the raid as a breach of the truce"],
    ),
    (
        "Irene Calder criticised the board for not allowing a review.",
        &["Irene Calder | criticises | not allowing a review"],
    ),
    (
        "Irene Calder accused the builder, Nordwall AG, of hiding the cost.",
        &["Irene Calder | criticises | hiding the cost"],
    ),
    (
        "Nordwall AG rejected the criticism.",
        &["Nordwall AG | denies | the criticism"],
    ),
    (
        "Irene Calder praised the crew Tuesday for its work at sea.",
        &["Irene Calder | supports | its work at sea"],
    ),
    (
        "Protesters called for the repeal of the ban, the release of the crew, and the removal of the warden.",
        &[
            "Protesters | asks | the repeal of the ban, the release of the crew, and the removal of the warden",
        ],
    ),
    (
        "The mayor accused the crew of smuggling eels, a charge the crew denies.",
        &["The mayor | criticises | smuggling eels"],
    ),
    (
        "The mayor called on Tom Reyes to leave, and she also called for a search.",
        &[
            "The mayor | asks | Tom Reyes to leave",
            "she | asks | a search",
        ],
    ),
    (
        "A spokesman deplored the raid and said it was late.",
        &[
            "A spokesman | criticises | the raid",
            "A spokesman | states | it was late",
        ],
    ),
    (
        "Tom Reyes faces new charges against his firm, and street protests that turned violent went on.",
        &[],
    ),
    (
        "The guild said the port is shut, and has advised its members to wait.",
        &[
            "The guild | states | the port is shut",
            "The guild | asks | to wait",
        ],
    ),
    ("Officers tried to stop protests by growers.", &[]),
    ("The storm threatens to close the port.", &[]),
    (
        "Host towns must guarantee that all crews can take part.",
        &[],
    ),
    (
        "The government of Prime Minister Irene Calder welcomed the truce.",
        &["The government of Prime Minister Irene Calder | supports | the truce"],
    ),
    (
        "There were Norwegian claims that the fish are gone.",
        &["Norwegian | states | the fish are gone"],
    ),
    (
        "Prices fell after government statements that the fish are gone.",
        &["government | states | the fish are gone"],
    ),
];

/// Where the subject begins, and what is no reporting verb.
const SUBJECTS: Table = &[
    (
        "Marlow Bay's vice mayor has defended the sale, saying it was legal.",
        &[
            "Marlow Bay's vice mayor | supports | the sale",
            "Marlow Bay's vice mayor | states | it was legal",
        ],
    ),
    (
        "Growers who listened to the speech said the town was ready.",
        &["Growers who listened to the speech | states | the town was ready"],
    ),
    (
        "A maker of hair nets and other cosmetic products said profits rose.",
        &["A maker of hair nets and other cosmetic products | states | profits rose"],
    ),
    (
        "A lawyer for a sailor named Tom Reyes said the trial was unfair.",
        &["A lawyer for a sailor named Tom Reyes | states | the trial was unfair"],
    ),
    (
        "A local firm helping to move the wrecks in Norway says it needs time.",
        &["A local firm helping to move the wrecks in Norway | states | it needs time"],
    ),
    (
        "The Bergen-based rights group said the harbour was shut.",
        &["The Bergen-based rights group | states | the harbour was shut"],
    ),
    (
        "The U.S.-led coalition said the harbour was shut.",
        &["The U.S.-led coalition | states | the harbour was shut"],
    ),
    (
        "The lights failed after the council said the harbour was shut.",
        &["the council | states | the harbour was shut"],
    ),
    (
        "Critics of the measure say it will erode trust.",
        &["Critics of the measure | states | it will erode trust"],
    ),
    (
        "The agency quotes union leader Irene Calder as saying that the vote was wrong.",
        &["union leader Irene Calder | states | the vote was wrong"],
    ),
    (
        "Irene Calder was quoted by the agency as saying that the vote was wrong.",
        &["Irene Calder | states | the vote was wrong"],
    ),
    ("Two suspected rebels lobbed a grenade at a bus.", &[]),
    (
        "Norwegian state television says the ferry sank.",
        &["Norwegian state television | states | the ferry sank"],
    ),
    (
        "Some estimates say the cost will double.",
        &["Some estimates | states | the cost will double"],
    ),
    (
        "While she thought the line was off, the microphone picked up her words.",
        &["she | states | the line was off"],
    ),
    (
        "The minister says that is a high price.",
        &["The minister | states | that is a high price"],
    ),
    (
        "The agency says about 15,000 boats are lost each year.",
        &["The agency | states | about 15,000 boats are lost each year"],
    ),
    (
        "Human rights groups criticised the law, saying it is too harsh.",
        &[
            "Human rights groups | criticises | the law",
            "Human rights groups | states | it is too harsh",
        ],
    ),
];

#[test]
fn objects_are_right() {
    check(OBJECTS, &[], claims_of);
}

#[test]
fn subjects_are_right() {
    check(SUBJECTS, &[], claims_of);
}
