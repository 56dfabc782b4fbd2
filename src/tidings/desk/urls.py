"""Where each page is. Paths hold ids and nothing that says who somebody is."""

from django.urls import path, register_converter

from tidings.desk.views import (
    adding,
    consents,
    errors,
    finding,
    history,
    letters,
    numbers,
    people,
    publishing,
    recording,
    review,
    sources,
    unlocking,
    writing,
)
from tidings.values import WrongUse, read_id, show_id


class Id:
    """An id as people see it; anything else is no page."""

    regex = "[0-9a-z-]{13,16}"

    def to_python(self, value: str) -> int:
        try:
            return read_id(value)
        except WrongUse:
            raise ValueError from None

    def to_url(self, value: int) -> str:
        return show_id(value)


register_converter(Id, "id")

urlpatterns = [
    path("", finding.find, name="find"),
    path("results", finding.results, name="results"),
    path("unlock", unlocking.unlock, name="unlock"),
    path("lock", unlocking.lock, name="lock"),
    path("language", unlocking.language, name="language"),
    path("person/<id:person>", people.person, name="person"),
    path("person/<id:person>/joined", people.joined, name="joined"),
    path("person/<id:person>/split", people.split, name="split"),
    path("person/<id:person>/consent", consents.another, name="consent-another"),
    path("person/<id:person>/objection", consents.objection, name="consent-objection"),
    path(
        "person/<id:person>/consent/<id:consent>/back",
        consents.take_back,
        name="consent-take-back",
    ),
    path("person/<id:person>/consent/<id:consent>/decide", consents.decide, name="consent-decide"),
    path("consents", consents.overview, name="consents"),
    path("consents/paper/<slug:language>", consents.paper, name="consent-paper"),
    path("record", recording.start, name="record"),
    path("record/understood", recording.hint, name="understood"),
    path("record/matches/<id:mention>", recording.matches, name="matches"),
    path("record/<id:form>/drop", recording.drop, name="drop"),
    path("record/<id:form>/<slug:step>", recording.step, name="step"),
    path("source/<id:source>", sources.source, name="source"),
    path("source/<id:source>/accept", sources.accept_all, name="accept-all"),
    path("draft/<id:draft>", sources.decide, name="draft"),
    path("draft/<id:draft>/correct", sources.correct, name="correct"),
    path("drafts", sources.waiting, name="drafts"),
    path("add", adding.upload, name="add"),
    path("add/<slug:token>", adding.look_over, name="look-over"),
    path("review", review.pair, name="review"),
    path("review/decide", review.decide, name="decide"),
    path("review/undo", review.undo, name="undo-decision"),
    path("letters", letters.letters, name="letters"),
    path("letters/draft/<slug:token>", writing.preview, name="letter-preview"),
    path("letters/draft/<slug:token>/sent", writing.sent, name="letter-sent"),
    path("letters/draft/<slug:token>/<slug:which>", writing.paper, name="letter-file"),
    path("letters/<id:letter>", letters.letter, name="letter"),
    path("letters/<id:letter>/silence", letters.silence, name="silence"),
    path("letters/<id:letter>/answer", letters.answer, name="letter-answer"),
    path("letters/<id:letter>/paper/<slug:which>", letters.paper, name="letter-paper"),
    path("person/<id:person>/letter", writing.for_person, name="letter-write"),
    path("numbers", numbers.numbers, name="numbers"),
    path("numbers/<id:statement>", numbers.announcement, name="announcement"),
    path("numbers/<id:statement>/rule", numbers.rule, name="announcement-rule"),
    path("numbers/<id:statement>/tie", numbers.tie, name="announcement-tie"),
    path("numbers/<id:statement>/letter", writing.for_announcement, name="letter-ask"),
    path("publish", publishing.publish, name="publish"),
    path("publish/audience", publishing.choose, name="publish-audience"),
    path("publish/file", publishing.give_out, name="publish-file"),
    path("publish/site", publishing.build, name="publish-site"),
    path("publish/organisation", publishing.name, name="publish-name"),
    path("history", history.acts, name="history"),
    path("history/<id:act>/undo", history.undo, name="undo"),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.broken
