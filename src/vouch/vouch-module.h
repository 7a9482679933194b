/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vouch-module.h: what a module on a large library exports ("dd_vouch_module"), for a server that has such a group in its settings */
#pragma once

#include "vouch-settings.h"

G_BEGIN_DECLS

#define DD_VOUCH_MODULE_VERSION 5u
#define DD_VOUCH_MODULE_SYMBOL "dd_vouch_module"

/* What is done with a directory for one name */
typedef enum {
	DD_VOUCH_STEP_CONNECT,
	DD_VOUCH_STEP_BIND,   /* as who looks for people */
	DD_VOUCH_STEP_SEARCH, /* of the person */
	DD_VOUCH_STEP_PERSON, /* binding as the person */
	DD_VOUCH_STEP_GROUP,  /* one that the person is in */
	DD_VOUCH_STEP_LAST
} DdVouchStep;

/* Who hears of each step. @with: an address, a name; @why_not: NULL it went well. Both are lent for the call */
typedef struct {
	void (*say)(void *data, DdVouchStep step, const char *with, const char *why_not);
	void *data;
} DdVouchListener;

typedef struct {
	guint32 version; /* DD_VOUCH_MODULE_VERSION */
	/* Makes it ready, before the first thread. @settings is lent for good. Returns: (transfer full) or NULL with an error */
	void *(*open)(const DdVouchSettings *settings, GError **error);
	void (*close)(void *self);
	/* Of a directory: DdVoucher's ask, with what open gave as data; by several threads at once */
	bool (*ask)(void *self, const char *name, const char *password, DdArena *arena,
		DdVouched *out, bool *right_out, GError **error);
	/*
	 * Goes to each server in turn and tells @listener what comes of each step. @name: NULL connects and binds only; @password: NULL the person
	 * does not bind, where somebody else looks for people. Returns: whether one went through; @out is then set, when there is a name
	 */
	bool (*explore)(void *self, const char *name, const char *password,
		const DdVouchListener *listener, DdArena *arena, DdVouched *out);
	/*
	 * Of a directory in which somebody looks for people: finds who is called @subject for ever, without a password. @out: as of ask. @found_out: FALSE:
	 * there is nobody, or who is there is disabled or left out by the filter. Returns: FALSE with DD_ERROR_UNAVAILABLE
	 */
	bool (*look)(void *self, const char *subject, DdArena *arena, DdVouched *out,
		bool *found_out, GError **error);
} DdVouchModule;

G_END_DECLS
