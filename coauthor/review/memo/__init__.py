"""The memo (nota van inlichtingen): questions and answers, without the askers. Pure.

Nothing in this folder knows who asked: an asker is a `coauthor.review.memo.asker.Asker`,
kept in other files and read apart, so what is made of a register cannot hold one.
"""
