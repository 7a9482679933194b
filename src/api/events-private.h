/* SPDX-License-Identifier: GPL-3.0-or-later */
/* events-private.h: what is heard, and who hears it */
#pragma once

#include "audit.h"
#include "events.h"

G_BEGIN_DECLS

/* As whom somebody listens: who has the same role and unit sees the same */
typedef struct {
	DdRole role;
	char *unit; /* NULL the whole office */
} DdViewer;

/* Something to tell */
typedef struct {
	int64_t seq;       /* 0: progress, which is in no record */
	bool is_job, ends; /* of a job; it is the last that is told of it */
	int64_t id;
	int64_t account; /* that changed: its streams end, and nothing is told; 0 none */
	char *text;
	bool *seen; /* by each viewer */
} DdEvent;

/* What a look brought; all is owned */
typedef struct {
	GArray *events; /* of DdEvent, in their order */
	int64_t seq;    /* up to this number of the record all is told */
	bool more;      /* there is more behind it */
} DdNews;

/* How far running jobs were when somebody last looked: numbers of jobs, and text of their events */
typedef GHashTable DdJobsTold;

/*
 * Finds what the record has behind @after, as much of it as DD_MAX_EVENTS_JUDGED allows, and how far jobs are. @viewers: of DdViewer. @out is to be cleared, whatever is returned. Returns: FALSE as
 * of dd_db_query
 */
bool
dd_news_find(DdStore *store, int64_t after, const GArray *viewers, int64_t now, DdJobsTold *jobs,
	DdNews *out, GError **error);
void
dd_news_clear(DdNews *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdNews, dd_news_clear)

G_END_DECLS
