/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unit-proposal.h: which units are proposed for the names in a plan, by who issued it and when */
#pragma once

#include "stored-unit.h"
#include "stored.h"
#include "unit-resolve.h"

G_BEGIN_DECLS

/* What names are read with: the document's day and issuer. All is lent */
typedef struct {
	const DdUnitBook *book;
	const DdBookUnit *issuer; /* NULL: not known */
	DdDay written, today;
} DdNameContext;

/* @document: NULL none */
DdNameContext
dd_name_context_make(const DdUnitBook *book, const DdStoredDocument *document, DdDay today);
/* Gets each name. @settled: what a person said, NULL nobody did */
typedef void (*DdNameFunc)(const DdStoredName *name, const DdBookUnit *settled,
	const DdUnitProposal *proposal, void *user_data);
/* Goes through the names of a document. Returns: FALSE on failure, as of dd_stored_names */
bool
dd_units_propose(DdStore *store, const DdUnitBook *book, const DdStoredDocument *document,
	DdDay today, DdNameFunc found, void *user_data, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
