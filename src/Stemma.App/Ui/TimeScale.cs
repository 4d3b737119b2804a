using Stemma.App.Ui.Shell;
using Stemma.Model;

namespace Stemma.App.Ui;

/// <summary>Places times between two edges, with long gaps shortened to the logarithm of their length.</summary>
public sealed class TimeScale
{
    private const double LeastTickDistance = 62;
    private readonly double _left;
    private readonly Texts? _texts;
    private readonly List<(long Ticks, double X)> _stops = [];

    /// <param name="moments">The times to place, in any order; may be empty.</param>
    /// <param name="left">Where the first stands.</param>
    /// <param name="right">Where the last stands.</param>
    /// <param name="texts">The words of the days; English where none are given.</param>
    public TimeScale(IReadOnlyList<Moment> moments, double left, double right, Texts? texts = null)
    {
        _texts = texts;
        _left = left;
        var times = moments.Select(m => m.Latest.UtcTicks).Distinct().Order().ToList();
        if (times.Count == 0)
        {
            return;
        }
        List<double> reach = [0];
        for (var i = 1; i < times.Count; i++)
        {
            // A quarter of an hour counts 1, an hour 2.3, a day 6.6, a week 9.4: bursts stay bursts, and nothing is lost.
            var quarters = (times[i] - times[i - 1]) / (double)TimeSpan.FromMinutes(15).Ticks;
            reach.Add(reach[^1] + Math.Log2(1 + quarters));
        }
        for (var i = 0; i < times.Count; i++)
        {
            _stops.Add((times[i], reach[^1] == 0 ? left : left + ((right - left) * reach[i] / reach[^1])));
        }
        Ticks = ChooseTicks(moments.Any(m => m.HasTime));
    }

    /// <summary>Days, or hours within one day, that can be labelled without crowding.</summary>
    public IReadOnlyList<(double X, string Text)> Ticks { get; } = [];

    /// <summary>Where a time stands; outside the range the nearer edge.</summary>
    public double X(Moment moment)
    {
        var ticks = moment.Latest.UtcTicks;
        if (_stops.Count == 0 || ticks <= _stops[0].Ticks)
        {
            return _stops.Count == 0 ? _left : _stops[0].X;
        }
        for (var i = 1; i < _stops.Count; i++)
        {
            if (ticks <= _stops[i].Ticks)
            {
                var (from, to) = (_stops[i - 1], _stops[i]);
                return from.X + ((to.X - from.X) * (ticks - from.Ticks) / (to.Ticks - from.Ticks));
            }
        }
        return _stops[^1].X;
    }

    private List<(double, string)> ChooseTicks(bool hasHours)
    {
        var first = new DateTime(_stops[0].Ticks, DateTimeKind.Utc);
        var last = new DateTime(_stops[^1].Ticks, DateTimeKind.Utc);
        List<(double X, string Text)> ticks = [(_stops[0].X, MomentText.DayOf(first, _texts) + (hasHours ? " " + MomentText.Hour(first) : ""))];
        if (last == first)
        {
            return ticks;
        }
        var span = last - first;
        // Where only days are known no hours are shown; where the span is long, not every day.
        var step = span > TimeSpan.FromDays(20) ? TimeSpan.FromDays(Math.Ceiling(span.TotalDays / 12))
            : span > TimeSpan.FromDays(2) || !hasHours ? TimeSpan.FromDays(1)
            : span > TimeSpan.FromHours(8) ? TimeSpan.FromHours(6)
            : span > TimeSpan.FromHours(2) ? TimeSpan.FromHours(2)
            : TimeSpan.FromMinutes(30);
        var at = new DateTime(((first.Ticks / step.Ticks) + 1) * step.Ticks, DateTimeKind.Utc);
        for (; at < last; at += step)
        {
            var x = X(new Moment(at, true));
            if (x - ticks[^1].X >= LeastTickDistance + (ticks.Count == 1 ? 16 : 0))
            {
                ticks.Add((x, at.TimeOfDay == TimeSpan.Zero ? MomentText.DayOf(at, _texts) : MomentText.Hour(at)));
            }
        }
        return ticks;
    }
}
