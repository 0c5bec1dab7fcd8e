//! Edits of claims.

use std::collections::HashSet;

use crate::editor::Editor;
use crate::ranges::{check, check_in_block, joined};
use crate::step::{Splice, Step};
use crate::{ClaimChange, EditProblem};
use model::{Claim, ClaimId, EntityId, Provenance, Speaker, TextRange};

/// Checks the confidence of a detected annotation.
pub(super) fn checked_provenance(provenance: &Provenance) -> Result<(), EditProblem> {
    match provenance {
        Provenance::Found { confidence, .. } => checked_confidence(*confidence).map(|_| ()),
        Provenance::Curated => Ok(()),
    }
}

fn checked_confidence(confidence: f32) -> Result<f32, EditProblem> {
    let is_valid = (0.0..=1.0).contains(&confidence);
    is_valid
        .then_some(confidence)
        .ok_or(EditProblem::InvalidConfidence)
}

impl Editor<'_> {
    /// Adds a claim at the end of the list.
    pub(crate) fn add_claim(&mut self, claim: &Claim) -> Result<(), EditProblem> {
        if claim.id.as_str().is_empty() {
            return Err(EditProblem::BlankId);
        }
        if self.claim(&claim.id).is_ok() {
            return Err(EditProblem::TakenId(claim.id.to_string()));
        }
        if claim.content.is_empty() {
            return Err(EditProblem::NoPieces);
        }
        for piece in &claim.content {
            check(self.article(), *piece)?;
        }
        self.check_speaker(&claim.speaker)?;
        self.check_cue(claim.cue)?;
        checked_provenance(&claim.provenance)?;
        let mut claim = claim.clone();
        claim.content = joined(claim.content);
        claim.about = self.known_once(&claim.about)?;
        let at = self.article().claims.len();
        self.run(Step::Claims(Splice::insert(at, claim)));
        Ok(())
    }

    /// Changes one property of a claim.
    pub(crate) fn change_claim(
        &mut self,
        id: &ClaimId,
        change: &ClaimChange,
    ) -> Result<(), EditProblem> {
        let at = self.claim(id)?;
        let Some(mut claim) = self.article().claims.get(at).cloned() else {
            return Ok(());
        };
        match change {
            ClaimChange::Speaker(speaker) => {
                self.check_speaker(speaker)?;
                claim.speaker = speaker.clone();
            }
            ClaimChange::Cue(cue) => {
                self.check_cue(*cue)?;
                claim.cue = *cue;
            }
            ClaimChange::Form(form) => claim.form = *form,
            ClaimChange::Stance(stance) => claim.stance = *stance,
            ClaimChange::About(about) => claim.about = self.known_once(about)?,
            ClaimChange::AddPiece(piece) => self.add_piece(&mut claim, *piece)?,
            ClaimChange::RemovePiece(piece) => {
                remove_piece(&mut claim, *piece)?;
                if claim.content.is_empty() {
                    return Err(EditProblem::LastPiece);
                }
            }
            ClaimChange::MovePiece { from, to } => {
                remove_piece(&mut claim, *from)?;
                self.add_piece(&mut claim, *to)?;
            }
            ClaimChange::Confidence(confidence) => {
                let Provenance::Found {
                    confidence: old, ..
                } = &mut claim.provenance
                else {
                    return Err(EditProblem::NotDetected);
                };
                *old = checked_confidence(*confidence)?;
            }
        }
        self.set_claim(at, claim);
        Ok(())
    }

    fn add_piece(&self, claim: &mut Claim, piece: TextRange) -> Result<(), EditProblem> {
        check(self.article(), piece)?;
        claim.content.push(piece);
        claim.content = joined(std::mem::take(&mut claim.content));
        Ok(())
    }

    fn check_cue(&self, cue: Option<TextRange>) -> Result<(), EditProblem> {
        cue.map_or(Ok(()), |cue| check_in_block(self.article(), cue))
    }

    fn check_speaker(&self, speaker: &Speaker) -> Result<(), EditProblem> {
        match speaker {
            Speaker::Entity(id) => self.entity(id).map(|_| ()),
            Speaker::Words(range) => check_in_block(self.article(), *range),
            Speaker::Unnamed => Ok(()),
        }
    }

    /// Entities that exist, each once.
    fn known_once(&self, ids: &[EntityId]) -> Result<Vec<EntityId>, EditProblem> {
        let known: HashSet<&EntityId> = self.article().entities.iter().map(|it| &it.id).collect();
        let mut met = HashSet::new();
        let mut once = Vec::new();
        for id in ids {
            if !known.contains(id) {
                return Err(EditProblem::NoSuchEntity(id.clone()));
            }
            if met.insert(id) {
                once.push(id.clone());
            }
        }
        Ok(once)
    }
}

fn remove_piece(claim: &mut Claim, piece: TextRange) -> Result<(), EditProblem> {
    let place = claim.content.iter().position(|it| *it == piece);
    claim.content.remove(place.ok_or(EditProblem::NoSuchPiece)?);
    Ok(())
}
