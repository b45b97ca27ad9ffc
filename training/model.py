"""The network: word vector, letters, shape and flags -> BiLSTM -> label scores -> CRF."""

import torch
from torch import nn

TAGS = ["PER", "LOC", "ORG"]
LABELS = ["O"] + [f"{part}-{tag}" for tag in TAGS for part in "BILU"]
FORBIDDEN = -1e4
LETTERS, LETTER_SIZE, LETTER_FILTERS, WORD_LETTERS = 93, 24, 48, 16
SHAPES, SHAPE_SIZE = 8, 8
LEXICON_FLAGS, CONTEXT_FLAGS = 29, 6
VECTOR_SIZE, LEARNED_ROWS = 100, 2


def may_start(label: str) -> bool:
    return label[0] in "OBU"


def may_end(label: str) -> bool:
    return label[0] in "OLU"


def may_follow(a: str, b: str) -> bool:
    if a[0] in "BI":
        return b[0] in "IL" and a[2:] == b[2:]
    return may_start(b)


def penalty(allowed) -> torch.Tensor:
    return torch.tensor([0.0 if ok else FORBIDDEN for ok in allowed])


TRANSITION_PENALTY = penalty(may_follow(a, b) for a in LABELS for b in LABELS).view(len(LABELS), -1)
START_PENALTY = penalty(map(may_start, LABELS))
END_PENALTY = penalty(map(may_end, LABELS))


class Tagger(nn.Module):
    def __init__(self, vectors: torch.Tensor, hidden: int, layers: int = 1):
        super().__init__()
        self.vectors = vectors
        self.learned = nn.Parameter(torch.randn(LEARNED_ROWS, VECTOR_SIZE) * 0.1)
        self.project = nn.Linear(VECTOR_SIZE, VECTOR_SIZE)
        self.letters = nn.Embedding(LETTERS, LETTER_SIZE, padding_idx=0)
        self.filters = nn.Conv1d(LETTER_SIZE, LETTER_FILTERS, 3, padding=1)
        self.shapes = nn.Embedding(SHAPES, SHAPE_SIZE)
        size = VECTOR_SIZE + LETTER_FILTERS + SHAPE_SIZE + LEXICON_FLAGS + CONTEXT_FLAGS
        self.lstm = nn.LSTM(size, hidden, layers, batch_first=True, bidirectional=True,
                            dropout=0.3 if layers > 1 else 0)
        self.narrow = nn.Linear(2 * hidden, 64)
        self.score = nn.Linear(64, len(LABELS))
        self.transitions = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.drop_input, self.drop_output = nn.Dropout(0.25), nn.Dropout(0.4)

    def forward(self, rows, letters, shapes, flags):
        batch, length = rows.shape
        if self.training:
            rows = rows.masked_fill(torch.rand(rows.shape) < 0.04, 0)
            keep = torch.ones(batch, length, flags.shape[2])
            # A name is not always listed: forget all lexicon flags of some sentences and tokens.
            lost = (torch.rand(batch, 1) < 0.15) | (torch.rand(batch, length) < 0.15)
            keep[:, :, :LEXICON_FLAGS] = (~lost).float().unsqueeze(2)
            flags = flags * keep
        words = self.vectors[rows]
        for row in range(LEARNED_ROWS):
            words = torch.where((rows == row).unsqueeze(2), self.learned[row], words)
        # Each distinct word of the batch goes through the letter layer once.
        distinct, back = torch.unique(letters.view(-1, WORD_LETTERS), dim=0, return_inverse=True)
        spelled = torch.relu(self.filters(self.letters(distinct).transpose(1, 2)).max(2)[0])
        spelled = spelled[back].view(batch, length, LETTER_FILTERS)
        inputs = torch.cat([self.drop_input(self.project(words)), self.drop_input(spelled),
                            self.shapes(shapes), flags], 2)
        states, _ = self.lstm(inputs)
        return self.score(torch.relu(self.narrow(self.drop_output(states))))

    def loss(self, scores, labels, weights):
        """Negative log-likelihood of the CRF a token; labels are -1 where padded."""
        mask = labels >= 0
        gold = labels.clamp(min=0)
        transitions = self.transitions + TRANSITION_PENALTY
        path = (scores.gather(2, gold.unsqueeze(2)).squeeze(2) * mask).sum(1)
        path = path + (transitions[gold[:, :-1], gold[:, 1:]] * mask[:, 1:]).sum(1)
        state = scores[:, 0] + START_PENALTY
        for t in range(1, scores.shape[1]):
            step = torch.logsumexp(state.unsqueeze(2) + transitions, 1) + scores[:, t]
            state = torch.where(mask[:, t].unsqueeze(1), step, state)
        total = torch.logsumexp(state, 1)
        return ((total - path) * weights).sum() / mask.sum()


def best_path(scores, transitions):
    """Viterbi over one sentence, numpy arrays; transitions include the penalties."""
    state, back = scores[0] + START_PENALTY.numpy(), []
    for row in scores[1:]:
        options = state[:, None] + transitions
        back.append(options.argmax(0))
        state = options.max(0) + row
    label = int((state + END_PENALTY.numpy()).argmax())
    path = [label]
    for pointers in reversed(back):
        path.append(label := int(pointers[label]))
    return path[::-1]


def names_of(path):
    """The set of (start, end, tag) in a path of label ids."""
    found, start = set(), 0
    for i, label in enumerate(LABELS[x] for x in path):
        if label[0] in "BU":
            start = i
        if label[0] in "LU":
            found.add((start, i + 1, label[2:]))
    return found
